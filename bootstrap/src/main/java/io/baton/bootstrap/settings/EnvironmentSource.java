package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the environment says: {@code BATON_REDIS_URI} for {@code baton.redis.uri}, and the secrets. */
final class EnvironmentSource {
    /** BATON_TOKEN, BATON_CA and BATON_SERVER are the command line client's. */
    private static final Set<String> NOT_OURS = Set.of("BATON_TOKEN", "BATON_CA", "BATON_SERVER");
    /**
     * Kubernetes gives every pod variables for every service of its namespace: a service named "baton" brings
     * BATON_SERVICE_HOST, BATON_PORT=tcp://10.0.0.1:8080, BATON_PORT_8080_TCP_ADDR and more.
     */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("BATON_(.*_)?(SERVICE_(HOST|PORT)(_.*)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_.*)?)");

    private static final Pattern ADDRESS_OF_A_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    private static final Map<String, Setting<?>> BY_VARIABLE = KnownSettings.all().stream()
            .collect(Collectors.toUnmodifiableMap(Setting::environmentName, Function.identity()));

    private EnvironmentSource() {}

    static void read(Map<String, String> environment, Findings into) {
        new TreeMap<>(environment).forEach((variable, text) -> {
            Setting<?> setting = BY_VARIABLE.get(variable);
            if (setting != null && setting.environmentOnly()) {
                into.putSecret(setting, text);
            } else if (setting != null) {
                into.put(setting.name(), text, "environment");
            } else if (variable.startsWith("BATON_") && !isForSomethingElse(variable, text)) {
                List<String> known = BY_VARIABLE.keySet().stream().sorted().toList();
                into.mistake(variable, "unknown setting (environment)" + NearestName.question(variable, known));
            }
        });
    }

    private static boolean isForSomethingElse(String variable, String text) {
        return NOT_OURS.contains(variable)
                || variable.startsWith("BATON_TEST_")
                || OF_A_SERVICE.matcher(variable).matches()
                || (variable.endsWith("_PORT")
                        && ADDRESS_OF_A_SERVICE.matcher(text).matches());
    }
}
