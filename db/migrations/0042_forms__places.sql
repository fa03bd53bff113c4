-- Provinces and communes of the whole country, by the codes of the National Statistics Office, and what they were called
-- before: the same for every agency. The provinces are here from the start; communes come with `motcua units import`.
-- @see Resolution 202/2025/QH15: 34 provinces from 1 July 2025
create table places (
  code text primary key check (code ~ '^[0-9]{2}$|^[0-9]{5}$'),
  name text not null,
  -- Empty for a province.
  province_code text references places (code),
  valid_from date not null,
  -- The last day it was there; a place that has ended is kept, because old papers name it.
  valid_to date,
  check ((length(code) = 2) = (province_code is null))
);

create index places_of_province on places (province_code);

-- An old commune may have gone into several new ones.
create table former_places (
  place_code text not null references places (code),
  -- `Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội`
  name text not null,
  primary key (place_code, name)
);

insert into places (code, name, valid_from) values
  ('01', 'Thành phố Hà Nội', '2025-07-01'),
  ('04', 'Tỉnh Cao Bằng', '2025-07-01'),
  ('08', 'Tỉnh Tuyên Quang', '2025-07-01'),
  ('11', 'Tỉnh Điện Biên', '2025-07-01'),
  ('12', 'Tỉnh Lai Châu', '2025-07-01'),
  ('14', 'Tỉnh Sơn La', '2025-07-01'),
  ('15', 'Tỉnh Lào Cai', '2025-07-01'),
  ('19', 'Tỉnh Thái Nguyên', '2025-07-01'),
  ('20', 'Tỉnh Lạng Sơn', '2025-07-01'),
  ('22', 'Tỉnh Quảng Ninh', '2025-07-01'),
  ('24', 'Tỉnh Bắc Ninh', '2025-07-01'),
  ('25', 'Tỉnh Phú Thọ', '2025-07-01'),
  ('31', 'Thành phố Hải Phòng', '2025-07-01'),
  ('33', 'Tỉnh Hưng Yên', '2025-07-01'),
  ('37', 'Tỉnh Ninh Bình', '2025-07-01'),
  ('38', 'Tỉnh Thanh Hóa', '2025-07-01'),
  ('40', 'Tỉnh Nghệ An', '2025-07-01'),
  ('42', 'Tỉnh Hà Tĩnh', '2025-07-01'),
  ('44', 'Tỉnh Quảng Trị', '2025-07-01'),
  ('46', 'Thành phố Huế', '2025-07-01'),
  ('48', 'Thành phố Đà Nẵng', '2025-07-01'),
  ('51', 'Tỉnh Quảng Ngãi', '2025-07-01'),
  ('52', 'Tỉnh Gia Lai', '2025-07-01'),
  ('56', 'Tỉnh Khánh Hòa', '2025-07-01'),
  ('66', 'Tỉnh Đắk Lắk', '2025-07-01'),
  ('68', 'Tỉnh Lâm Đồng', '2025-07-01'),
  ('75', 'Tỉnh Đồng Nai', '2025-07-01'),
  ('79', 'Thành phố Hồ Chí Minh', '2025-07-01'),
  ('80', 'Tỉnh Tây Ninh', '2025-07-01'),
  ('82', 'Tỉnh Đồng Tháp', '2025-07-01'),
  ('86', 'Tỉnh Vĩnh Long', '2025-07-01'),
  ('91', 'Tỉnh An Giang', '2025-07-01'),
  ('92', 'Thành phố Cần Thơ', '2025-07-01'),
  ('96', 'Tỉnh Cà Mau', '2025-07-01');

select motcua.share('places');
select motcua.share('former_places');
