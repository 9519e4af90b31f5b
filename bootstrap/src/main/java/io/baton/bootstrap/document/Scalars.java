package io.baton.bootstrap.document;

/** What becomes of a YAML scalar without quotes. */
enum Scalars {
    TYPED,
    TEXT
}
