package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line of the node says.
 *
 * @param values the settings, as given
 * @param config the last {@code --config=FILE}
 * @param wrong arguments that are none of these, each with the reason
 */
record CommandLineSource(Map<String, String> values, Optional<String> config, boolean demo, List<Mistake> wrong) {
    private static final String CONFIG = "--config=";

    static CommandLineSource of(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Mistake> wrong = new ArrayList<>();
        Optional<String> config = Optional.empty();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.startsWith(CONFIG)) {
                config = Optional.of(argument.substring(CONFIG.length()));
            } else if (argument.startsWith("--baton.") && equals > 0) {
                values.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (!argument.equals("--demo")) {
                wrong.add(mistake(argument));
            }
        }
        return new CommandLineSource(values, config, arguments.contains("--demo"), wrong);
    }

    private static Mistake mistake(String argument) {
        if (argument.startsWith("--baton.") || argument.equals("--config")) {
            return new Mistake(argument, "has no value; write " + argument + "=VALUE");
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        return new Mistake(name, "unknown option of the node" + NearestName.question(name, options()));
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("--demo", "--config", "--help", "--version"));
        KnownSettings.names().forEach(name -> options.add("--" + name));
        return options;
    }
}
