-- What a webhook hears of can be narrowed down to a part of the tree and to labels, and its secret can be replaced while
-- the receiver still knows the one before.

alter table webhook
    -- the node with all that is below it; null: the whole project
    add column subtree_id            uuid,
    -- the node that an event is about has at least one of them; empty: any
    add column labels                text[] not null default '{}',
    -- signs beside the present one until then
    add column previous_secret       bytea,
    add column previous_secret_until timestamptz,
    add check ((previous_secret is null) = (previous_secret_until is null));
