-- A paper result on its way by public post: who carries, what was ordered, where it is. R-197
-- @see Decision 45/2016/QĐ-TTg; Circular 22/2019/TT-VPCP, Art. 3.6

-- Whom an agency has a contract with. Credentials are sealed under the installation's key.
create table post_carriers (
  agency_id integer not null references agencies (id),
  carrier text not null check (carrier in ('vnpost', 'viettelpost')),
  state text not null check (state in ('on', 'off')),
  since timestamptz not null,
  settings jsonb not null,
  sealed bytea not null,
  primary key (agency_id, carrier)
);
select motcua.protect('post_carriers');

-- What a carrier calls a province. Public samples still speak of 63 provinces with districts; since 1 July 2025 there
-- are 34 without, so the carriers' own codes are data with dates. Until a carrier publishes its list, the state's code.
create table post_places (
  carrier text not null check (carrier in ('vnpost', 'viettelpost')),
  province text not null check (province ~ '^[0-9]{2}$'),
  code text not null,
  in_force_from date not null,
  in_force_to date,
  primary key (carrier, province, in_force_from)
);
select motcua.share('post_places');
insert into post_places (carrier, province, code, in_force_from)
select carrier, province, province, date '2025-07-01'
from unnest(array['vnpost', 'viettelpost']) carrier,
  unnest(string_to_array('01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 '
    '91 92 96 99', ' ')) province;

create table post_items (
  agency_id integer not null references agencies (id),
  id uuid not null,
  dossier_id uuid not null,
  ref text not null,
  -- Whose result it is, where that person has an account.
  person_id uuid,
  -- The unit that sends it.
  unit_id uuid not null,
  -- First, second … item of the dossier: one that came back may be sent again.
  number smallint not null check (number > 0),
  state text not null check (state in (
    'wished', 'ordering', 'ordered', 'collected', 'delivering', 'delivered', 'returning', 'returned', 'cancelled')),
  sender jsonb not null,
  receiver jsonb not null,
  weight integer check (weight > 0),
  carrier text,
  -- Ours, and the key under which an order sent twice is one.
  order_number text,
  -- Theirs: the number people know an item by.
  item_code text,
  price integer check (price >= 0),
  -- An order went out and its answer never came.
  uncertain boolean not null default false,
  problem text,
  wished_at timestamptz not null,
  ordered_at timestamptz,
  ordered_by uuid,
  cancelled_because text,
  primary key (agency_id, id),
  unique (agency_id, dossier_id, number),
  unique (agency_id, carrier, order_number),
  check (state in ('wished', 'cancelled') or (carrier is not null and order_number is not null))
) with (fillfactor = 70);
create unique index post_items_open on post_items (agency_id, dossier_id) where state not in ('returned', 'cancelled');
create index post_items_of_unit on post_items (agency_id, unit_id, wished_at desc);
create index post_items_of_person on post_items (agency_id, person_id, wished_at desc) where person_id is not null;
select motcua.protect('post_items');

-- Where an item was and when, as the carrier told it. Append-only.
create table post_moves (
  agency_id integer not null references agencies (id),
  item_id uuid not null,
  at timestamptz not null,
  state text not null check (state in (
    'ordered', 'collected', 'delivering', 'delivered', 'returning', 'returned', 'cancelled')),
  note text not null,
  heard_at timestamptz not null,
  primary key (agency_id, item_id, at, state),
  foreign key (agency_id, item_id) references post_items (agency_id, id)
);
select motcua.protect_append_only('post_moves');
