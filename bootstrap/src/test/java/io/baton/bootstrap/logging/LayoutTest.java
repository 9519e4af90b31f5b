package io.baton.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.bootstrap.text.SecretMask;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final SecretMask MASK = SecretMask.knowing(List.of("known-canary"));
    private static final Instant AT = Instant.parse("2026-11-23T00:00:05.120Z");

    @Test
    void a_text_line_holds_time_level_thread_short_logger_and_message() {
        String line = text(event("打个招呼", null));

        assertThat(line).isEqualTo("2026-11-23T08:00:05.120+08:00 INFO  [main] Engine - 打个招呼\n");
    }

    @Test
    void a_forged_text_message_stays_in_its_line() {
        String line = text(event("name=x\r\n2026-11-23 ERROR forged \u001b[2J", null));

        assertThat(line)
                .endsWith(" - name=x\\r\\n2026-11-23 ERROR forged \\u001b[2J\n")
                .hasLineCount(1);
    }

    @Test
    void an_error_stands_in_the_same_text_line_with_its_causes() {
        Exception error = new IllegalStateException("outer\nline", new IOException("inner"));

        String line = text(event("failed", error));

        assertThat(line)
                .hasLineCount(1)
                .contains(" - failed | java.lang.IllegalStateException: outer\\nline | at ")
                .contains(" | caused by java.io.IOException: inner");
    }

    @Test
    void a_json_line_is_one_object_with_the_same_words() throws Exception {
        String line = json(event("a \"quoted\" 你好\nline", new IOException("broken")));

        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(line).hasLineCount(1).endsWith("}\n");
        assertThat(object.get("time").asText()).isEqualTo("2026-11-23T00:00:05.120Z");
        assertThat(object.get("level").asText()).isEqualTo("INFO");
        assertThat(object.get("logger").asText()).isEqualTo("io.baton.Engine");
        assertThat(object.get("thread").asText()).isEqualTo("main");
        assertThat(object.get("message").asText()).isEqualTo("a \"quoted\" 你好\nline");
        assertThat(object.get("error").asText()).startsWith("java.io.IOException: broken\nat ");
    }

    @Test
    void a_json_line_without_an_error_has_no_such_field() throws Exception {
        assertThat(new ObjectMapper().readTree(json(event("fine", null))).has("error"))
                .isFalse();
    }

    @Test
    void a_message_of_any_length_gives_a_line_of_bounded_length() {
        assertThat(text(event("x".repeat(1_000_000), null))).hasSizeLessThan(17_000);
    }

    @Test
    void no_secret_reaches_a_line_of_either_format_in_message_argument_or_error() throws Exception {
        Exception error = new IllegalStateException(
                "cannot log in to redis://u:place-canary@h:1",
                new IOException("Authorization: Bearer place-canary-2, known-canary"));
        LoggingEvent event = event("url {} said \"known-canary\"", error);
        event.setArgumentArray(new Object[] {"jdbc:mysql://h/db?password=place-canary-3&x=1"});

        assertThat(text(event)).doesNotContain("canary").contains("?password=***&x=1", "redis://***@h:1", "Bearer ***");
        assertThat(json(event)).doesNotContain("canary");
        assertThat(new ObjectMapper().readTree(json(event)).get("message").asText())
                .isEqualTo("url jdbc:mysql://h/db?password=***&x=1 said \"***\"");
    }

    @Test
    void of_a_secret_that_the_end_of_a_long_message_goes_through_nothing_is_seen() {
        String before = "x".repeat(16_384 - 6);

        assertThat(text(event(before + "known-canary", null))).doesNotContain("known");
    }

    private static LoggingEvent event(String message, @Nullable Throwable error) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent("", context.getLogger("io.baton.Engine"), Level.INFO, message, error, null);
        event.setInstant(AT);
        event.setThreadName("main");
        return event;
    }

    private static String text(LoggingEvent event) {
        return new TextLayout(ZoneId.of("Asia/Shanghai"), MASK).doLayout(event);
    }

    private static String json(LoggingEvent event) {
        return new JsonLayout(MASK).doLayout(event);
    }
}
