package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static String chinese(String refusal) {
        return Refusals.in("zh-CN,zh;q=0.9", refusal);
    }

    @Test
    void what_is_wrong_is_said_with_the_value_and_behind_its_field() {
        assertThat(chinese("timeout: 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S"))
                .isEqualTo("timeout: “soon”不是时长，例如 500ms, 30s, 5m, 2h, 1d or PT30S");
        assertThat(chinese("jobs[0].schedule.cron: cron '61 * * * * ?': minute 61 is none"))
                .isEqualTo("jobs[0].schedule.cron: “61 * * * * ?”不是 cron 表达式（minute 61 is none）");
        assertThat(chinese("target: unknown target 'a.b'; did you mean 'a.c'?"))
                .isEqualTo("target: 没有名为“a.b”的目标；是否想写“a.c”？");
        assertThat(chinese("A.b is in version 3, not in \"2\"")).isEqualTo("A.b 已被修改：现在是版本 3，你看到的是版本 2。请重新打开再改");
    }

    @Test
    void what_is_not_known_stays_as_it_is() {
        assertThat(chinese("schedule.cron: a thing of tomorrow")).isEqualTo("schedule.cron: a thing of tomorrow");
        assertThat(chinese("")).isEmpty();
    }

    @Test
    void who_does_not_ask_for_chinese_is_told_in_english() {
        assertThat(Refusals.in("", "name: is required")).isEqualTo("name: is required");
        assertThat(Refusals.in("en,zh;q=0.5", "name: is required")).isEqualTo("name: is required");
    }

    @Test
    void each_sentence_is_still_said_somewhere() throws IOException {
        String sources = sources();

        assertThat(Refusals.sentences()).hasSizeGreaterThan(40).allSatisfy(sentence -> {
            String longest = Arrays.stream(sentence.english()
                            .pattern()
                            .split("\\(\\?:[^)]*\\)|\\(\\.\\*\\)|\\(\\\\d\\+\\)|\\.\\*|\"\\?"))
                    .max(Comparator.comparing(String::length))
                    .orElseThrow()
                    .replaceAll("\\\\(.)", "$1");
            assertThat(sources.contains(longest))
                    .as("'" + longest + "' is said")
                    .isTrue();
        });
    }

    /** The texts of the programs that refuse; what is put together of two literals is one. */
    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String module : new String[] {"domain", "application", "adapter-quartz", "adapter-web", "bootstrap"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return text.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
