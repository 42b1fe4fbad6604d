-- The keys to what the log holds about persons. Apart from the log, because a key can be destroyed and the log cannot be
-- changed. Nothing in here is readable without a master key, which is no part of the database.

create table vault.key (
    person       text        not null check (person <> ''),
    version      int         not null check (version > 0),
    master       text,
    wrapped      bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    primary key (person, version),
    check ((wrapped is null) = (destroyed_at is not null)),
    check ((master is null) = (wrapped is null))
);

comment on table vault.key is 'One key a person, wrapped by a master key. A row without one says that it was destroyed.';
comment on column vault.key.master is 'Which master key wraps it: the first 16 hexadecimal digits of its SHA-256.';
comment on column vault.key.wrapped is 'AES-256-GCM: 12 bytes of nonce, the encrypted key, 16 bytes of tag.';

create table vault.pseudonym (
    mac       bytea primary key,
    pseudonym text not null unique
);

comment on table vault.pseudonym is 'Random names in the log for values that it must not hold, found by the HMAC of the value.';
