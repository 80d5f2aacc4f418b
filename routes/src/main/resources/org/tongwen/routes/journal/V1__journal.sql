-- The same for H2 and PostgreSQL. Times are nanoseconds since 1970 (UTC), days are days since 1970. Keyed hashes of 16 bytes stand in columns of
-- type uuid, which both databases keep and compare as two numbers. Rows are written in the order of their keys wherever that can be.

create sequence delivery_number;

-- One row: which keys this store was begun with, and how many nodes there are.
create table store (
    id smallint primary key,
    keys_check bytea not null,
    nodes integer not null,
    mac bytea not null
);

create table node (
    number integer primary key,
    name varchar not null unique
);

-- One row for each node and day. next_day is 0 while no later day was begun. named: all names of messages up to this step stand in the table reference;
-- later ones may not, but stand in the evidence of their steps.
create table chain (
    node integer not null,
    utc_day integer not null,
    steps bigint not null,
    last_step bigint not null,
    head bytea not null,
    next_day integer not null,
    named bigint not null,
    mac bytea not null,
    primary key (node, utc_day)
);

-- repeat_key: null when there is none, or it was given back. last_step leads to the steps, backwards.
create table message (
    id uuid primary key,
    received bigint not null,
    participant varchar not null,
    channel varchar not null,
    mapping varchar not null,
    iso_message varchar not null,
    conversation uuid not null,
    original uuid not null,
    repeat_key uuid,
    binding boolean not null,
    state varchar not null,
    last_step bigint not null,
    steps integer not null
);
create index message_of_conversation on message (conversation);

-- number: node, then the place in the node's chain. previous: the step of the same message before this, 0 for the first; there is no index by
-- message, which would cost more than all else. state and holds_key: how the message is from then on. evidence: what else the entry wrote that began
-- with this step.
create table step (
    number bigint primary key,
    message uuid not null,
    ordinal integer not null,
    previous bigint not null,
    utc_day integer not null,
    happened bigint not null,
    event varchar not null,
    actor varchar not null,
    state varchar not null,
    holds_key boolean not null,
    detail bytea not null,
    evidence bytea not null,
    hash bytea not null
);

-- number: the step with whose entry it came, then kind and part.
create table content (
    number bigint primary key,
    sealed bytea not null
);

-- Without a key: two rows are never the same, since writers hold the message meanwhile.
create table reference (
    hash uuid not null,
    message uuid not null
);
create index reference_by_hash on reference (hash);

create table repeat_key (
    hash uuid primary key,
    message uuid not null
);

-- Messages that wait for somebody: held or undelivered.
create table attention (
    message uuid primary key,
    state varchar not null
);

create table delivery (
    number bigint primary key,
    message uuid not null,
    conversation uuid not null,
    receiver varchar not null,
    content smallint not null,
    media_type varchar not null,
    iso_message varchar not null,
    since bigint not null,
    status varchar not null,
    attempts integer not null
);

-- Deliveries that are not done or dead. lane: keyed hash of conversation and receiver. The receiver stands here too, so that many deliveries to one
-- that is busy are passed over without a look at each.
create table outbox (
    number bigint primary key,
    lane uuid not null,
    receiver varchar not null,
    due bigint not null,
    claimed boolean not null,
    attempts integer not null
);
create index outbox_by_due on outbox (due, number);
create index outbox_by_lane on outbox (lane, number);

create table dead_delivery (
    number bigint primary key
);

-- Accounts of released payments, for limits over time. account: keyed hash of a name; the row is locked while somebody works on the account.
create table tally_account (
    account uuid primary key,
    last_number bigint not null
);

-- sealed: how many payments and how much, by currency, and the hashes of likenesses.
create table tally (
    account uuid not null,
    number bigint not null,
    message uuid not null,
    happened bigint not null,
    sealed bytea not null,
    primary key (account, number)
);
create index tally_of_message on tally (message);
create index tally_by_time on tally (account, happened);

create table tally_likeness (
    hash uuid not null,
    message uuid not null,
    account uuid not null,
    happened bigint not null,
    primary key (hash, message)
);
create index tally_likeness_by_time on tally_likeness (account, happened);

-- Payments that their receiver has and that nobody has answered finally. since: when they were delivered, or last asked about.
create table unanswered (
    message uuid primary key,
    since bigint not null
);
create index unanswered_by_time on unanswered (since);
