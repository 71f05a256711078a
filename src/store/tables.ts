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
  /** One row: the number of migrations that were carried out. */
  schema_version: { version: number };
}
