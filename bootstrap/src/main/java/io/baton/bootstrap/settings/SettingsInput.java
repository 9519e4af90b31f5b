package io.baton.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where settings come from.
 *
 * @param arguments the command line behind the command's name
 * @param properties Java's system properties
 * @param environment the process's environment
 */
public record SettingsInput(List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
    public SettingsInput {
        arguments = List.copyOf(arguments);
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
    }

    /** The arguments, and this process's properties and environment. */
    public static SettingsInput ofProcess(List<String> arguments) {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return new SettingsInput(arguments, properties, System.getenv());
    }

    /** The given settings alone, whatever the process's properties and environment say; secrets by their {@code BATON_…}. */
    public static SettingsInput of(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> secrets = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith("BATON_")) {
                secrets.put(name, value);
            } else {
                arguments.add("--" + name + "=" + value);
            }
        });
        return new SettingsInput(arguments, Map.of(), secrets);
    }
}
