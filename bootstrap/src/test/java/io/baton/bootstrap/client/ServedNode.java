package io.baton.bootstrap.client;

import io.baton.application.access.Caller;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.domain.access.Rights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A node with an embedded database that client commands are sent to. @param token an admin's */
record ServedNode(BatonNode node, String token) implements AutoCloseable {
    static ServedNode start(Path folder) {
        BatonNode node = BatonNode.builder()
                .set("baton.node.id", "node-1")
                .set("baton.http.port", "0")
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .set("baton.node.drain-timeout", "1s")
                .task("demoTask", new DemoTask())
                .start();
        String token = node.office()
                .people()
                .tokens()
                .create(new Caller("test", Rights.ADMIN, "here"), "test", Rights.ADMIN, Optional.empty())
                .secret();
        return new ServedNode(node, token);
    }

    String serverOption() {
        return "--server=http://127.0.0.1:" + node.httpPort() + "/";
    }

    /** With the admin's token. */
    Shell shell() {
        return new Shell(Map.of("BATON_API_TOKEN", token), serverOption());
    }

    @Override
    public void close() {
        node.close();
    }
}
