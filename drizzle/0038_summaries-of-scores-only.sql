-- The score of an attempt stands in the summary of its completion. Most updates of an attempt count one more response and
-- touch no score: they are not to pay for looking for completions, which cost four times as much as storing the response.
create or replace function summarise_regrades() returns trigger language plpgsql as $$
begin
  if exists (select from regraded join scored_before on scored_before.id = regraded.id
    where (scored_before.items_correct, scored_before.items_dropped)
      is distinct from (regraded.items_correct, regraded.items_dropped)) then
    perform refresh_completion_summaries(array(
      select c.id from regraded join completions c on c.attempt_id = regraded.id
      join scored_before on scored_before.id = regraded.id
      where (scored_before.items_correct, scored_before.items_dropped)
        is distinct from (regraded.items_correct, regraded.items_dropped)));
  end if;
  return null;
end $$;
