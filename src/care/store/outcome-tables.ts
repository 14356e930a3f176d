// The tables of outcomes: when a form is due, first and last totals without words, public ideas.
import { grantRoom } from '../../log/index.ts'

export const outcomeTables = `
-- projection, worklist: when a form is due again
create table care.forms_due (
  owner uuid not null,
  stream uuid not null,
  form text not null,
  due date not null,
  every_weeks integer not null,
  until date,
  primary key (owner, stream, form)
);
create index forms_due_by_day on care.forms_due (due);

-- projection, worklist: the first and the last total of a form, where they may be counted
create table care.paired (
  owner uuid not null,
  stream uuid not null,
  form text not null,
  first_day date,
  first_total numeric,
  last_day date,
  last_total numeric,
  answered integer not null,
  counted boolean not null,
  primary key (owner, stream, form)
);
create index paired_by_form on care.paired (form) where counted and answered > 1;

-- projection, public: the words of outcomes that somebody published
create table care.ideas (
  owner uuid not null,
  stream uuid not null,
  says text not null,
  signed text,
  grew_from uuid,
  at timestamptz not null,
  withdrawn boolean not null,
  primary key (owner, stream)
);
create index ideas_newest on care.ideas (at desc, stream desc) where not withdrawn;

${grantRoom('care')}
`
