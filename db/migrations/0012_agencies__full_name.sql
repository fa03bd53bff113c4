-- The agency's name in full, as the head and the foot of every page and the state's papers give it: the province is
-- Tỉnh Mẫu, what answers for its portal is Ủy ban nhân dân tỉnh Mẫu (Circular 32/2017/TT-BTTTT, Art. 16.3).
alter table agencies add column full_name jsonb;
update agencies set full_name = case
  when kind = 'province' then jsonb_build_object(
    'vi', 'Ủy ban nhân dân ' || lower(left(name ->> 'vi', 1)) || substr(name ->> 'vi', 2),
    'en', 'People’s Committee of ' || (name ->> 'en'))
  else name end;
alter table agencies alter column full_name set not null;
