package io.baton.redis;

import static io.baton.redis.Fixtures.NODE_1;
import static io.baton.redis.Fixtures.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.job.JsonText;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reading is total, and what is written is what the contract says. */
final class MessageCodecTest {
    private static final MessageCodec CODEC = new MessageCodec(true);
    private static final Receipt RECEIPT = new Receipt("receipt-1");
    /** Fixed, so that a failure comes again. */
    private static final long SEED = 20_261_122L;

    private static Taken read(String raw) {
        return CODEC.read(raw, RECEIPT, NODE_1);
    }

    private static String reason(String raw) {
        return reason(CODEC, raw);
    }

    private static String reason(MessageCodec codec, String raw) {
        return codec.read(raw, RECEIPT, NODE_1).fold(d -> "dispatched", r -> "requested", unreadable -> {
            assertThat(unreadable.raw()).isEqualTo(raw);
            return unreadable.reason();
        });
    }

    private static TaskMessage with(boolean stay, String data) {
        TaskMessage m = message(NODE_1, 0);
        return new TaskMessage(m.task(), m.target(), m.position(), stay, new JsonText(data));
    }

    @Test
    void a_message_is_written_with_all_fields_of_the_contract() {
        assertThat(CODEC.write(message(NODE_1, 0)))
                .isEqualTo("{\"v\":1,\"taskId\":\"DEMO.greet\",\"targetNode\":\"node-1\",\"taskData\":{},"
                        + "\"task\":\"DEMO.greet@1790000000000\",\"fence\":1,\"attempt\":1,\"sentAt\":1790000000000}");
        assertThat(CODEC.write(with(true, "{}"))).endsWith(",\"stay\":true}").contains(MessageCodec.STAYS);
    }

    @Test
    void what_is_written_is_read_again() {
        for (String data : List.of(
                "{}", "[1,2.50,1E+30]", "\"打\\u0000\"", "{\"stay\":true,\"task\":1}", "12345678901234567890.10")) {
            TaskMessage message = with(true, data);
            String text = CODEC.write(message);
            assertThat(read(text)).isEqualTo(new Taken.Dispatched(RECEIPT, message, text));
        }
    }

    @Test
    void data_that_would_make_a_message_too_long_is_left_out() {
        String text = CODEC.write(with(false, "\"" + "打".repeat(30_000) + "\""));

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1000);
        assertThat(read(text)).isInstanceOf(Taken.Dispatched.class);
    }

    @Test
    void an_adopted_request_keeps_id_job_and_data() {
        for (String raw : List.of("DEMO.greet", "\"greet\"", "{\"taskId\":\"DEMO.greet\",\"taskData\":{\"a\":1.10}}")) {
            Taken.Requested first = (Taken.Requested) read(raw);
            String adopted = CODEC.adopted(first);
            Receipt another = new Receipt("another-2");

            assertThat(CODEC.read(adopted, another, NODE_1))
                    .isEqualTo(new Taken.Requested(another, first.job(), RECEIPT.text(), first.data(), adopted));
        }
    }

    @Test
    void a_request_that_brings_a_request_id_of_its_own_keeps_it_only_if_it_is_legal() {
        JobKey job = JobKey.parse("DEMO.greet");
        String legal = "{\"taskId\":\"DEMO.greet\",\"adopted\":\"order-7\"}";
        String illegal = "{\"taskId\":\"DEMO.greet\",\"adopted\":\"not legal\"}";

        assertThat(read(legal)).isEqualTo(new Taken.Requested(RECEIPT, job, "order-7", Optional.empty(), legal));
        assertThat(read(illegal))
                .isEqualTo(new Taken.Requested(RECEIPT, job, RECEIPT.text(), Optional.empty(), illegal));
    }

    @Test
    void a_version_that_is_null_counts_as_absent() {
        assertThat(reason("{\"v\":null,\"taskId\":\"DEMO.greet\"}")).isEqualTo("requested");
        assertThat(reason("{\"v\":null,\"taskId\":\"DEMO.greet\",\"task\":\"DEMO.greet@1\",\"fence\":1}"))
                .isEqualTo("dispatched");
    }

    @Test
    void reasons_are_plain_words() {
        assertThat(reason("42")).contains("a number");
        assertThat(reason("007")).contains("a number");
        assertThat(reason("[1]")).contains("an array");
        assertThat(reason("true")).contains("true or false");
        assertThat(reason("null")).contains("null");
        assertThat(reason("")).contains("empty");
        assertThat(reason("{\"taskId\"")).contains("broken JSON");
        assertThat(reason("{}")).contains("taskId");
        assertThat(reason("{\"v\":2,\"taskId\":\"a\"}")).contains("newer format");
        assertThat(reason("{\"v\":99999999999,\"taskId\":\"a\"}")).contains("newer format");
        assertThat(reason("{\"v\":\"1\",\"taskId\":\"a\"}")).contains("version");
        assertThat(reason("{\"taskId\":\"DEMO.a\",\"task\":\"DEMO.b@1\",\"fence\":1}"))
                .contains("two jobs");
        assertThat(reason("{\"taskId\":\"DEMO.a\",\"task\":\"DEMO.a@1\"}")).contains("fence");
        assertThat(reason("{\"taskId\":\"DEMO.a\",\"task\":\"DEMO.a@1\",\"fence\":0}"))
                .contains("'fence' below 1");
        assertThat(reason("{\"taskId\":\"DEMO.a\",\"task\":\"DEMO.a@1\",\"fence\":1,\"attempt\":-1}"))
                .contains("'attempt' below 1");
        assertThat(reason("x".repeat(MessageCodec.LONGEST + 1))).contains("64 KiB");
        assertThat(reason("打".repeat(MessageCodec.LONGEST / 3 + 1))).contains("64 KiB");
        assertThat(reason("[".repeat(5000))).contains("broken JSON");
    }

    @Test
    void a_node_that_takes_no_older_formats_says_so() {
        MessageCodec strict = new MessageCodec(false);

        assertThat(reason(strict, "DEMO.greet")).contains("baton.queue.accept-legacy");
        assertThat(reason(strict, "{\"taskId\":\"DEMO.greet\"}")).contains("baton.queue.accept-legacy");
        assertThat(reason(strict, CODEC.write(message(NODE_1, 1)))).isEqualTo("dispatched");
    }

    @Test
    void whatever_comes_is_one_of_the_three_kinds_and_loses_no_text() {
        Random chance = new Random(SEED);
        int[] kinds = new int[3];
        for (int i = 0; i < 60_000; i++) {
            String raw = garbled(chance);
            Taken taken = read(raw);
            assertThat(taken.receipt()).isEqualTo(RECEIPT);
            assertThat(taken.raw()).isEqualTo(raw);
            kinds[
                    taken.fold(d -> 0, r -> 1, unreadable -> {
                        assertThat(unreadable.reason()).isNotBlank();
                        return 2;
                    })]++;
            assertThat(MessageCodec.sentAt(raw)).isNotNull();
        }
        assertThat(kinds).as("dispatched, requested, unreadable").doesNotContain(0);
    }

    private static final String NOISE = "{}[]\",:.9-eE\\u@~#\u0000\ud800 \n";

    /** A message in one of the formats with some characters changed, dropped or doubled; sometimes mere noise. */
    private static String garbled(Random chance) {
        List<String> seeds = List.of(
                CODEC.write(with(true, "{\"a\":[1,\"x\"]}")),
                "{\"taskId\":\"DEMO.greet\",\"taskData\":{\"n\":-1.5e3}}",
                "DEMO.greet",
                "\"greet\"",
                "");
        StringBuilder text = new StringBuilder(seeds.get(chance.nextInt(seeds.size())));
        for (int changes = chance.nextInt(4); changes > 0; changes--) {
            int at = text.isEmpty() ? 0 : chance.nextInt(text.length());
            switch (chance.nextInt(4)) {
                case 0 -> text.insert(at, NOISE.charAt(chance.nextInt(NOISE.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + chance.nextInt(5)));
                case 2 -> text.insert(at, text.substring(at));
                default -> text.append((char) chance.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}
