package io.baton.bootstrap.settings;

import io.baton.bootstrap.tls.PemException;

/** The values as what they are; a wrong one becomes a mistake and is read as its default, so that all mistakes come out at once. */
final class TypedValues {
    /** 200 characters: a longer value is told by its beginning. */
    private static final int LONGEST_SHOWN = 200;

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
        return read(setting, text, raw);
    }

    private <T> T read(Setting<T> setting, String text, RawValue raw) {
        Kind<T> kind = setting.kind();
        try {
            return kind.reader().apply(text);
        } catch (PemException unfit) {
            findings.mistake(
                    setting.name(),
                    shown(kind, text, raw) + " (" + raw.origin() + ") is not legal: " + unfit.getMessage()
                            + "; legal is: " + kind.range());
            return fallback(setting);
        } catch (IllegalArgumentException illegal) {
            findings.mistake(
                    setting.name(),
                    shown(kind, text, raw) + " (" + raw.origin() + ") is not legal; legal is: " + kind.range());
            return fallback(setting);
        }
    }

    /** What stands in a file of its own may be a secret that was meant for another setting: only the file is named. */
    private static String shown(Kind<?> kind, String text, RawValue raw) {
        if (!text.equals(raw.text())) {
            return "the content of '" + abbreviated(raw.text()) + "'";
        }
        return "'" + abbreviated(kind.shown().apply(text)) + "'";
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private <T> T fallback(Setting<T> setting) {
        return setting.kind().reader().apply(setting.fallback().text().apply(host));
    }
}
