package io.baton.redis;

import static io.baton.redis.Fixtures.NODE_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import io.baton.domain.task.TaskId;
import io.baton.fuzzing.AskedClasses;
import io.baton.fuzzing.AttackStrings;
import io.baton.fuzzing.Choices;
import io.baton.fuzzing.Generator;
import io.baton.fuzzing.Growth;
import io.baton.fuzzing.JsonTexts;
import io.baton.fuzzing.Property;
import io.baton.fuzzing.Texts;
import io.baton.fuzzing.Tripwire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of every kind: what is sent is read again, whatever comes is read or set aside, and no class is loaded. */
final class MessageFuzzTest {
    private static final long SEED = 20_261_126;
    private static final MessageCodec CODEC = new MessageCodec(true);
    private static final Receipt RECEIPT = new Receipt("receipt-1");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\u",
            "\\",
            "1e999999999",
            "-",
            "null",
            "true",
            "\"v\":",
            "\"taskId\":",
            "\"task\":",
            "\"fence\":",
            "\"taskData\":",
            "\"adopted\":",
            "\"stay\":",
            "DEMO.greet",
            "@",
            "~");

    @Test
    void what_is_sent_is_read_again() {
        Property.of(MessageFuzzTest::message, message -> {
                    String text = CODEC.write(message);
                    assertThat(read(text)).isEqualTo(new Taken.Dispatched(RECEIPT, message, text));
                })
                .holds(SEED, 20_000);
    }

    @Test
    void every_text_is_read_or_set_aside_unchanged_with_a_short_reason() {
        Property.of(Texts.any(60), MessageFuzzTest::isReadOrSetAside).holds(SEED, 20_000);
        Property.of(Texts.of(30, PIECES), MessageFuzzTest::isReadOrSetAside).holds(SEED, 20_000);
        Property.of(JsonTexts.value(5), MessageFuzzTest::isReadOrSetAside).holds(SEED, 20_000);
        Property.of(nearMessages(), MessageFuzzTest::isReadOrSetAside).holds(SEED, 30_000);
    }

    @Test
    void no_attack_string_loads_a_class_or_becomes_a_task() throws Exception {
        List<String> dispatched = new ArrayList<>();
        List<String> requested = new ArrayList<>();

        List<String> asked = AskedClasses.during(() -> AttackStrings.all().forEach(text -> {
            isReadOrSetAside(text);
            read(text).fold(d -> dispatched.add(text), r -> requested.add(text), u -> true);
        }));

        assertThat(asked).isEmpty();
        assertThat(System.getProperty(Tripwire.PROPERTY)).isNull();
        assertThat(dispatched).isEmpty();
        // Names of jobs that nobody defined: they are set aside where the job is looked up.
        assertThat(requested).allMatch(text -> text.matches("[\\w.-]+|\\{.*\\}"));
    }

    @Test
    void a_message_that_names_a_field_twice_is_set_aside() {
        assertThat(reason("{\"taskId\":\"A.b\",\"taskId\":\"C.d\"}")).contains("twice");
        assertThat(reason("{\"taskId\":\"A.b\",\"taskData\":{\"a\":1,\"a\":2}}"))
                .contains("twice");
    }

    @Test
    void reading_takes_time_that_grows_with_the_text() {
        int size = MessageCodec.LONGEST / 8 - 40;
        Growth.isLinear(
                size, n -> "{\"taskId\":\"A.b\",\"taskData\":\"" + "x".repeat(n) + "\"}", MessageFuzzTest::read);
        Growth.isLinear(size, n -> "[".repeat(n), MessageFuzzTest::read);
        Growth.isLinear(size, n -> "{\"a\":".repeat(n / 5), MessageFuzzTest::read);
        Growth.isLinear(size, n -> "9".repeat(n), MessageFuzzTest::read);
        Growth.isLinear(size, n -> "A.".repeat(n / 2), MessageFuzzTest::read);
        Growth.isLinear(size, n -> "\"" + "\\u0041".repeat(n / 6), MessageFuzzTest::read);
        Growth.isLinear(size, n -> "{\"taskId\":\"A.b\"" + ",\"a\":1".repeat(n / 6) + "}", MessageFuzzTest::read);
        Growth.isLinear(
                size, n -> "{\"taskData\":[" + "1,".repeat(n / 2) + "1],\"taskId\":\"A.b\"}", MessageFuzzTest::read);
    }

    private static TaskMessage message(Choices choices) {
        String job = choices.of(List.of("A.b", "DEMO.greet", "DEFAULT.x-1", "G_.N_"));
        String firing = choices.oneIn(2) ? "@r-" + choices.of(List.of("a", "order-17")) : "@" + choices.below(1 << 30);
        String shard = choices.oneIn(3) ? "~" + choices.below(1000) : "";
        TaskMessage.Position position = new TaskMessage.Position(
                1 + choices.below(1 << 30),
                choices.between(1, 1000),
                Instant.ofEpochMilli(choices.of(List.of(0L, 1_790_000_000_000L, 253_402_300_799_999L))));
        // As a sender has it: parsed and written again, so that what could be an escape is a character.
        String data = Json.parse(JsonTexts.value(4).make(choices)).orElseThrow().toString();
        return new TaskMessage(
                TaskId.parse(job + firing + shard),
                new NodeId(choices.of(List.of("node-1", "a.b_C", "9"))),
                position,
                choices.oneIn(2),
                new JsonText(data.equals("null") ? "{}" : data)); // null stands for none
    }

    private static Generator<String> nearMessages() {
        List<String> corpus = new ArrayList<>(AttackStrings.all());
        corpus.addAll(List.of(
                CODEC.write(Fixtures.message(NODE_1, 0)),
                "{\"taskId\":\"DEMO.greet\",\"taskData\":{\"n\":-1.5e3}}",
                "{\"taskId\":\"DEMO.greet\",\"adopted\":\"order-7\"}",
                "DEMO.greet",
                "\"greet\""));
        return Texts.near(corpus, PIECES);
    }

    private static void isReadOrSetAside(String raw) {
        Taken taken = read(raw);
        assertThat(taken.receipt()).isEqualTo(RECEIPT);
        assertThat(taken.raw()).isEqualTo(raw);
        taken.fold(dispatched -> "", requested -> requested.requestId(), unreadable -> {
            assertThat(unreadable.reason()).isNotBlank().hasSizeLessThan(600);
            return "";
        });
        assertThat(MessageCodec.sentAt(raw)).isNotNull();
    }

    private static String reason(String raw) {
        return read(raw).fold(d -> "dispatched", r -> "requested", Taken.Unreadable::reason);
    }

    private static Taken read(String raw) {
        return CODEC.read(raw, RECEIPT, NODE_1);
    }
}
