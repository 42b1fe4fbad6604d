create table interest (
    person       uuid    not null,
    id           uuid    not null,
    category     text    not null,
    organisation text,
    named_body   jsonb,
    description  text,
    arose        date    not null,
    declared     date    not null,
    term_from    date    not null,
    term_until   date,
    late         boolean not null,
    ceased       date
);
call keep_versions('interest', 'person, id');

-- The days on which somebody declared something, renewed it or declared that there is nothing.
create table declaration (
    person   uuid    not null,
    declared date    not null,
    nil      boolean not null
);
call keep_versions('declaration', 'person, declared');
