package io.baton.benchmarks.micro;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.redis.MessageCodec;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A message is written once and read once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MessageCoding {
    private static final Instant DUE = Instant.parse("2026-11-26T12:00:00Z");
    private static final NodeId NODE = new NodeId("node-2");
    private static final TaskMessage MESSAGE = new TaskMessage(
            TaskId.of(FiringId.scheduled(JobKey.parse("DEMO.greet"), DUE)),
            NODE,
            new TaskMessage.Position(1, 1, DUE),
            false,
            new JsonText("{\"customer\":4711,\"lines\":[1,2,3],\"note\":\"打个招呼\"}"));

    private final MessageCodec codec = new MessageCodec(true);
    private final String text = codec.write(MESSAGE);

    @Benchmark
    public String write() {
        return codec.write(MESSAGE);
    }

    @Benchmark
    public Taken read() {
        return codec.read(text, new Receipt("r-1"), NODE);
    }
}
