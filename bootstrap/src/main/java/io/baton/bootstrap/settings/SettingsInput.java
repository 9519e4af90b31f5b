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

    /** The given settings alone, whatever the process's properties and environment say. */
    public static SettingsInput of(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SettingsInput(arguments, Map.of(), Map.of());
    }
}
