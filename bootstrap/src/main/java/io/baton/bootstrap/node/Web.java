package io.baton.bootstrap.node;

import io.baton.application.core.Core;
import io.baton.application.office.Office;
import io.baton.bootstrap.jobs.JobFileReader;
import io.baton.bootstrap.settings.HttpSettings;
import io.baton.bootstrap.tls.ServerIdentity;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.StoreWarning;
import io.baton.web.Health;
import io.baton.web.Vitals;
import io.baton.web.WebServer;
import io.baton.web.WebSettings;
import java.util.List;
import java.util.function.Supplier;

/** Opens the node's HTTP. */
final class Web {
    /** What the node tells of itself. */
    record Telling(Progress progress, Supplier<String> metrics, Supplier<List<StoreWarning>> warnings) {}

    private Web() {}

    static WebServer open(Core core, Office office, HttpSettings settings, Telling telling) {
        WebSettings web =
                new WebSettings(settings.bind(), settings.port(), settings.tls().map(ServerIdentity::context));
        return WebServer.start(
                core.desk().look(),
                office,
                web,
                new JobFileReader()::read,
                new Vitals(health(core, telling.progress()), telling.metrics(), telling.warnings()));
    }

    static String address(HttpSettings settings, WebServer web) {
        return address(settings.tls().isPresent() ? "https" : "http", settings.bind(), web.port());
    }

    /** An IPv6 address stands in brackets. */
    static String address(String scheme, String host, int port) {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return scheme + "://" + (bare ? "[" + host + "]" : host) + ":" + port;
    }

    private static Health health(Core core, Progress progress) {
        return new Health() {
            @Override
            public boolean live() {
                return progress.lively();
            }

            @Override
            public boolean ready() {
                return core.life().watch().open() && answers(core);
            }
        };
    }

    private static boolean answers(Core core) {
        try {
            core.desk().look().readings().storeTime();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }
}
