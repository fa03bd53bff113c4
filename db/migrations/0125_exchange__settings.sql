-- Who connected an agency, and who set its rate, quiet hours or address. R-186
alter table exchange_acts drop constraint exchange_acts_act_check;
alter table exchange_acts add constraint exchange_acts_act_check
  check (act in ('replayed', 'hastened', 'settled', 'read', 'paused', 'resumed', 'connected', 'tuned'));
alter table exchange_acts drop constraint exchange_acts_check1;
alter table exchange_acts add constraint exchange_acts_of_connection
  check ((act in ('paused', 'resumed', 'connected', 'tuned')) = (message_id is null));
