package io.baton.bootstrap.settings;

/** The values as what they are; a wrong one becomes a mistake and is read as its default, so that all mistakes come out at once. */
final class TypedValues {
    private final Findings findings;
    private final Host host;

    TypedValues(Findings findings, Host host) {
        this.findings = findings;
        this.host = host;
    }

    /** Whether some source gives it a value that is not empty. */
    boolean given(Setting<?> setting) {
        RawValue raw = findings.values().get(setting.name());
        return raw != null && !raw.text().isEmpty();
    }

    /** An empty value counts as not given. */
    <T> T get(Setting<T> setting) {
        RawValue raw = findings.values().get(setting.name());
        if (raw == null || raw.text().isEmpty()) {
            return fallback(setting);
        }
        String text = raw.text();
        if (text.startsWith(FileText.PREFIX)) {
            try {
                text = FileText.read(text);
            } catch (IllegalArgumentException unreadable) {
                findings.mistake(setting.name(), unreadable.getMessage() + " (" + raw.origin() + ")");
                return fallback(setting);
            }
        }
        return read(setting, text, raw.origin());
    }

    private <T> T read(Setting<T> setting, String text, String origin) {
        Kind<T> kind = setting.kind();
        try {
            return kind.reader().apply(text);
        } catch (IllegalArgumentException illegal) {
            findings.mistake(
                    setting.name(),
                    "'" + kind.shown().apply(text) + "' (" + origin + ") is not legal; legal is: " + kind.range());
            return fallback(setting);
        }
    }

    private <T> T fallback(Setting<T> setting) {
        return setting.kind().reader().apply(setting.fallback().text().apply(host));
    }
}
