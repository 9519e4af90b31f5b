package io.baton.examples;

import io.baton.bootstrap.BatonNode;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A Spring program with a node inside: its beans are the node's targets.
 *
 * <p>Without {@code baton.redis.uri} and a MySQL in {@code baton.db.url} the node stands alone; with both, every copy of
 * the program is a node of one cluster.
 */
public final class EmbeddedNode {
    private EmbeddedNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(InvoiceTask.class, Mailbox.class);
                BatonNode node = start(context, "jdbc:h2:file:./baton-data/embedded")) {
            System.out.println("node " + node.id() + " answers at http://127.0.0.1:" + node.httpPort());
            new CountDownLatch(1).await();
        }
    }

    /** Closing the node lets running tasks finish; close it before the context that they use. */
    static BatonNode start(AnnotationConfigApplicationContext context, String databaseUrl) {
        return BatonNode.builder()
                .spring(context)
                .task("reports", new ReportTask())
                .set("baton.db.url", databaseUrl)
                .set("baton.http.port", "0")
                .start();
    }
}
