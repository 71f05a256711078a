// The tables as the newest migration leaves them. Instants are milliseconds since 1970 in UTC, truth values are 0 and 1: both are
// numbers in every database (and libsql ends the process when it is given a boolean).

export interface Tables {
  contexts: { place: string; request: string; page: number; at: number };
  shown: {
    id: string;
    request: string;
    page: number;
    is_private: number;
    asked_by: string;
    place: string;
    at: number;
  };
  feedback: {
    platform: string;
    pressed_by: string;
    /** The statement, or the passage where there is none: NULL would be equal to nothing in a key. */
    about: string;
    community: string | null;
    place: string;
    passage_id: string;
    statement_id: string | null;
    request: string;
    verdict: string;
    note: string | null;
    at: number;
  };
  claims: { key: string; at: number };
  installations: {
    platform: string;
    /** Which workspace or organisation, in one text: a column that may be NULL can't be in a key. */
    key: string;
    enterprise: string | null;
    team: string | null;
    is_enterprise: number;
    installation: string;
    /** When it was installed: what is renewed later keeps it. */
    at: number;
  };
  subscriptions: {
    id: string;
    platform: string;
    community: string | null;
    channel: string;
    /** DigestSettings as JSON: no query looks into them. */
    settings: string;
    state: string;
    refusal: string | null;
    refused_at: number | null;
    set_by: string | null;
    set_at: number;
    started_at: number;
    next_date: string;
    next_at: number;
  };
  deliveries: {
    subscription_id: string;
    slot: string;
    due_at: number;
    /** Until then it is nobody's; of a claimed one: it is its worker's alone. */
    not_before: number;
    state: string;
    attempts: number;
    worker: string | null;
    plan: string | null;
    pages: number;
    first_message: string | null;
    reason: string | null;
    finished_at: number | null;
  };
  entries: { subscription_id: string; entry: string; at: number };
  seen: { entry: string; at: number };
  articles: { article_id: string; version: string; snapshot: string };
  article_changes: { article_id: string; version: string; at: number; detail: string };
  feeds: {
    address: string;
    etag: string | null;
    last_modified: string | null;
    moved_to: string | null;
    next_at: number;
    failures: number;
    error: string | null;
    setting: string | null;
    is_stopped: number;
    listed_at: number | null;
    worker: string | null;
    leased_until: number | null;
    lease: number;
  };
  feed_items: {
    id: string;
    feed: string;
    outcome: string;
    /** Among those that wait: the lowest first. */
    place: number;
    /** What the feed said of it, as JSON: no query looks into it. */
    item: string;
    first_seen_at: number;
    /** When the feed listed it last, to a day. */
    listed_at: number;
    not_before: number;
    attempts: number;
    error: string | null;
    article_id: string | null;
  };
  /** By what an item is known again. A key may be that of several items: feeds give one id to many. */
  feed_keys: { feed: string; key: string; item_id: string };
  /** One row: the number of migrations that were carried out. */
  schema_version: { version: number };
}
