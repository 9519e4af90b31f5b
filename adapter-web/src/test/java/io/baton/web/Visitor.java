package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.domain.access.UserName;
import io.baton.web.Caller.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser before a node that has one job, {@code A.b}, and one run of it. */
final class Visitor implements AutoCloseable {
    static final io.baton.application.access.Caller ADMIN =
            new io.baton.application.access.Caller("test", Rights.ADMIN, "here");

    private static final String PASSWORD = "correct horse battery";

    private final TestCluster cluster = new TestCluster();
    private final Caller caller = Caller.of(cluster.node("node-1"));

    Visitor() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        caller.post("/api/v1/jobs/A.b/run", "{\"requestId\":\"1\"}");
    }

    /** A program with a token of an admin. */
    Caller caller() {
        return caller;
    }

    /** Makes a user who may log in. */
    void user(String name, Rights rights) {
        caller.office.people().users().create(ADMIN, new UserName(name), PASSWORD, rights);
    }

    /** Sends a form as a browser does. */
    Answer form(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of("Authorization", ""));
        return caller.send("POST", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    /** Logs in. @return the cookie */
    String in(String name) {
        Answer answer = form("/login", "name=" + name + "&password=" + PASSWORD.replace(' ', '+'));
        assertThat(answer.status()).isEqualTo(303);
        return cookie(answer);
    }

    /** The session that an answer gives. */
    static String cookie(Answer answer) {
        Matcher matcher = Pattern.compile("baton_session=([^;]+)").matcher(answer.header("Set-Cookie"));
        assertThat(matcher.find()).as(answer.header("Set-Cookie")).isTrue();
        return matcher.group(1);
    }

    /** Asks for a page with a session. */
    Answer page(String path, String cookie, String... more) {
        List<String> headers = new ArrayList<>(List.of("Cookie", "baton_session=" + cookie, "Accept", "text/html"));
        headers.addAll(List.of(more));
        return session("GET", path, "", headers.toArray(String[]::new));
    }

    /** Asks without a token. */
    Answer session(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(caller.address() + path))
                .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return caller.exchange(request.build());
    }

    @Override
    public void close() {
        caller.close();
        cluster.close();
    }
}
