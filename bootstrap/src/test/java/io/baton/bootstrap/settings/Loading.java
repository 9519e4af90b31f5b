package io.baton.bootstrap.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Loads settings on a made-up host, and expects one of the two answers. */
final class Loading {
    private static final Host HOST = new Host("web 01.example", 3, () -> "abcde");

    private Loading() {}

    static SettingsInput input(String... arguments) {
        return new SettingsInput(Arrays.asList(arguments), Map.of(), Map.of());
    }

    static NodeSettings accepted(SettingsInput input) {
        return new SettingsLoader(HOST).load(input).fold(settings -> settings, mistakes -> {
            throw new AssertionError(mistakes);
        });
    }

    static List<String> refused(SettingsInput input) {
        return new SettingsLoader(HOST)
                .load(input)
                .fold(
                        settings -> {
                            throw new AssertionError("accepted: " + settings);
                        },
                        mistakes -> mistakes.stream().map(Mistake::line).toList());
    }
}
