import { sql } from 'drizzle-orm';
import type { ExportFile } from './export-file-queries.ts';

/** Title and version of the activity of a row that names its version as `v`. */
const activity = sql`v.title as activity, v.version`;

/**
 * A response in words. Neither key nor rationale nor whether it was right: as long as an attempt is open nobody may know
 * (promise 2), and afterwards its result page says it by the rules of its assessment.
 */
const inWords = sql`case r.response ->> 'type'
  when 'numeric' then r.response ->> 'value'
  when 'short-text' then r.response ->> 'text'
  when 'matching' then (select string_agg(o.text || ': ' || coalesce(t.text, ''), '; ' order by m.key)
    from jsonb_each_text(r.response -> 'matches') m
    join item_options o on o.item_version_id = i.item_version_id and o.option_id = m.key
    left join item_targets t on t.item_version_id = i.item_version_id and t.target_id = m.value)
  else (select string_agg(o.text, '; ' order by chosen.place)
    from jsonb_array_elements_text(coalesce(r.response -> 'options', r.response -> 'order',
      jsonb_build_array(r.response -> 'option'))) with ordinality as chosen (id, place)
    join item_options o on o.item_version_id = i.item_version_id and o.option_id = chosen.id) end`;

/** What they read, answered and said. */
export const LEARNING_FILES: readonly ExportFile[] = [
  {
    file: 'sections-read',
    about: 'Sections of lessons that you opened',
    rows: (person) => sql`select s.title as section, p.opened_at
      from section_progress p join lesson_sections s on s.id = p.section_id
      where p.person_id = ${person} order by p.opened_at`
  },
  {
    file: 'accommodations',
    about: 'Extra time and breaks that you were granted in assessments with a time limit',
    rows: (person) => sql`select extra_time_percent, break_minutes, untimed as without_time_limit, valid_from,
        valid_until, basis as confirmed_by, granted_at, ended_at
      from accommodations where person_id = ${person} order by granted_at`
  },
  {
    file: 'attempts',
    about: 'Your attempts, with the score of those that you submitted',
    rows: (
      person
    ) => sql`select a.id as attempt_id, ${activity}, f.kind, a.ordinal as attempt, a.state, a.started_at,
        a.closes_at, a.submitted_at, a.answered, a.items_total, a.items_dropped, a.items_correct, a.passed
      from attempts a join assessments f on f.id = a.assessment_id
      join activity_versions v on v.id = f.activity_version_id
      where a.person_id = ${person} order by a.started_at`
  },
  {
    file: 'responses',
    about: 'The questions that you were asked, and what you answered',
    rows: (
      person
    ) => sql`select i.attempt_id, i.position, q.stem as question, ${inWords} as response, r.answered_at,
        i.flagged, jsonb_array_length(i.ruled_out) as options_ruled_out
      from attempts a join attempt_items i on i.attempt_id = a.id
      join item_versions q on q.id = i.item_version_id
      left join responses r on r.attempt_id = i.attempt_id and r.position = i.position
      where a.person_id = ${person} and (r.attempt_id is not null or a.state = 'submitted')
      order by a.started_at, i.position`
  },
  {
    file: 'evaluations',
    about: 'What you said of activities',
    rows: (person) => sql`select ${activity}, e.submitted_at, e.answers
      from evaluations e join activity_versions v on v.id = e.activity_version_id
      where e.person_id = ${person} order by e.submitted_at`
  },
  {
    file: 'follow-ups',
    about: 'Questions some weeks after an activity',
    rows: (person) => sql`select f.id as follow_up_id, ${activity}, f.days, f.due_at, f.state, f.answered_at
      from follow_ups f join evaluations e on e.id = f.evaluation_id
      join activity_versions v on v.id = e.activity_version_id
      where f.person_id = ${person} order by f.due_at`
  },
  {
    file: 'follow-up-commitments',
    about: 'What became of what you meant to change',
    rows: (person) => sql`select c.follow_up_id, c.commitment, c.status, c.barriers
      from follow_up_commitments c join follow_ups f on f.id = c.follow_up_id
      where f.person_id = ${person} order by f.due_at, c.ordinal`
  },
  {
    file: 'follow-up-responses',
    about: 'What you answered in follow-ups',
    rows: (
      person
    ) => sql`select i.follow_up_id, i.position, q.stem as question, ${inWords} as response, r.answered_at
      from follow_ups f join follow_up_items i on i.follow_up_id = f.id
      join item_versions q on q.id = i.item_version_id
      left join follow_up_responses r on r.follow_up_id = i.follow_up_id and r.position = i.position
      where f.person_id = ${person} order by f.due_at, i.position`
  }
];
