package io.baton.bootstrap.settings;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:mysql:}, {@code jdbc:mariadb:} or {@code jdbc:h2:}
 * @param poolSize connections, at most
 */
public record DatabaseSettings(String url, String user, Secret password, int poolSize) {
    /** Whether it is the embedded H2, which one node alone may use. */
    public boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + UrlMask.mask(url) + ", user=" + user + ", password=" + password + ", poolSize="
                + poolSize + "]";
    }
}
