package io.baton.bootstrap.settings;

/** The chapters of the list of settings. */
public enum Group {
    NODE("Node"),
    STORES("Redis and database"),
    WORK("Jobs and tasks"),
    HTTP("Console and API"),
    LOG("Log"),
    SECRETS("Secrets (environment only)");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
