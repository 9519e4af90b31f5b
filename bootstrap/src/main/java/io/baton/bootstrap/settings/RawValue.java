package io.baton.bootstrap.settings;

/**
 * A value as it was given.
 *
 * @param origin which source gave it, for people
 */
record RawValue(String text, String origin) {}
