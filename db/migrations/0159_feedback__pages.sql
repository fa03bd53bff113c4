-- What is published of a question stands on the page of its procedure, which is kept until `moved` differs (R-169).
create trigger answers_are_on_pages after insert or update or delete on published_answers
  for each statement execute function motcua.places_moved();
