create trigger report_numbers_append_only before update or delete on report_numbers
  for each row execute function refuse_change();
