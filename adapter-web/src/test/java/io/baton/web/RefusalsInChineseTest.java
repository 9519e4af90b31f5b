package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.web.Caller.Answer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do wrong most is told to them in their language, with the field where programs look for it. */
class RefusalsInChineseTest {
    private static final String JOB = "{\"name\":\"A.c\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}%s}";

    private final Visitor visitor = new Visitor();

    @AfterEach
    void close() {
        visitor.close();
    }

    private Answer post(String body) {
        return visitor.caller().post("/api/v1/jobs", body, "Accept-Language", "zh-CN");
    }

    private static String detail(Answer answer) {
        return answer.json().get("detail").asText();
    }

    @Test
    void a_field_that_is_missing_unknown_or_wrong() {
        Answer missing = post("{\"name\":\"A.c\",\"schedule\":{\"manual\":true}}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().get("field").asText()).isEqualTo("target");
        assertThat(detail(missing)).isEqualTo("target: 必填");
        assertThat(detail(post(JOB.formatted(",\"colour\":1")))).startsWith("colour: 未知字段");
        assertThat(detail(post(JOB.formatted(",\"timeout\":\"soon\"")))).startsWith("timeout: “soon”不是时长");
        assertThat(detail(post(JOB.formatted(",\"timeout\":\"0s\"")))).contains("超出范围");
        assertThat(detail(post(JOB.formatted(",\"overlap\":\"never\"")))).startsWith("overlap: “never”不在可选值之中");
        assertThat(detail(post(JOB.formatted("").replace("A.c", "A c")))).startsWith("name: “A c”应为");
    }

    @Test
    void a_name_that_is_taken_and_a_version_that_is_not_the_latest() {
        assertThat(detail(post(JOB.formatted("").replace("A.c", "A.b")))).isEqualTo("A.b 已存在（版本 1）");
        Answer stale = visitor.caller()
                .put(
                        "/api/v1/jobs/A.b",
                        JOB.formatted("").replace("A.c", "A.b"),
                        "If-Match",
                        "\"7\"",
                        "Accept-Language",
                        "zh");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(detail(stale)).startsWith("A.b 已被修改：现在是版本 1，你看到的是版本 7");
    }

    @Test
    void what_somebody_may_not_do() {
        visitor.user("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        String cookie = visitor.in("vic");

        assertThat(visitor.page("/new-job", cookie, "Accept-Language", "zh-CN")
                        .http()
                        .body())
                .contains("此操作需要 operator 角色的权限");
    }

    @Test
    void the_lines_of_a_job_file() {
        Answer answer = visitor.caller()
                .post("/api/v1/jobs:apply?dryRun=true", "{\"jobs\":[{\"name\":\"A.c\"}]}", "Accept-Language", "zh");

        assertThat(answer.json().get("jobs").get(0).get("why").asText()).isEqualTo("jobs[0].target: 必填");
    }

    @Test
    void who_says_nothing_of_languages_is_told_in_english() {
        assertThat(detail(visitor.caller().post("/api/v1/jobs", "{\"name\":\"A.c\",\"schedule\":{\"manual\":true}}")))
                .isEqualTo("target: is required");
    }
}
