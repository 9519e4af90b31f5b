package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Secrets;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.access.UserName;
import io.baton.web.Caller.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way in, and what ends a session. */
class SessionsTest {
    private final Visitor visitor = new Visitor();

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void a_login_gives_a_cookie_for_no_script_and_no_other_site() {
        visitor.user("ann", Rights.ADMIN);

        Answer answer = visitor.form("/login", "name=Ann&password=correct+horse+battery");

        assertThat(answer.header("Location")).endsWith("/");
        assertThat(answer.header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "Max-Age=43200");
        assertThat(visitor.page("/", Visitor.cookie(answer)).status()).isEqualTo(200);
        assertThat(visitor.in("ann")).as("each login").isNotEqualTo(visitor.in("ann"));
    }

    @Test
    void a_wrong_login_says_the_same_whatever_is_wrong_and_slows_down() {
        visitor.user("ann", Rights.ADMIN);

        String wrong = visitor.form("/login", "name=ann&password=wrong").http().body();
        assertThat(wrong).contains("Name or password is wrong.");
        assertThat(visitor.form("/login", "name=bob&password=wrong")
                        .http()
                        .body()
                        .replace("bob", "ann"))
                .isEqualTo(wrong);
        for (int i = 0; i < 4; i++) {
            assertThat(visitor.form("/login", "name=ann&password=wrong").status())
                    .isEqualTo(401);
        }
        Answer slowed = visitor.form("/login", "name=ann&password=correct+horse+battery");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        visitor.user("ann", Rights.ADMIN);

        assertThat(visitor.form("/login", "name=ann&password=correct+horse+battery", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_change_by_a_session_needs_its_csrf_token() {
        visitor.user("ann", Rights.ADMIN);
        String cookie = visitor.in("ann");
        String other = visitor.in("ann");

        for (String token : List.of("", "wrong", Secrets.csrfToken(other), cookie)) {
            assertThat(visitor.session(
                                    "POST",
                                    "/api/v1/jobs/A.b/pause",
                                    "",
                                    "Cookie",
                                    "baton_session=" + cookie,
                                    "X-CSRF-Token",
                                    token)
                            .status())
                    .as(token)
                    .isEqualTo(403);
        }
        assertThat(visitor.session("POST", "/api/v1/jobs/A.b/pause", "", "Cookie", "baton_session=" + cookie)
                        .status())
                .isEqualTo(403);
        assertThat(visitor.session(
                                "POST",
                                "/api/v1/jobs/A.b/pause",
                                "",
                                "Cookie",
                                "baton_session=" + cookie,
                                "X-CSRF-Token",
                                Secrets.csrfToken(cookie))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_session_ends_at_logout_and_at_a_change_of_rights() {
        visitor.user("ann", Rights.ADMIN);
        visitor.user("bob", new Rights(Role.VIEWER, Scope.ALL));
        String ann = visitor.in("ann");
        String bob = visitor.in("bob");

        visitor.form("/logout", "csrf=" + Secrets.csrfToken(ann), "Cookie", "x=y");
        assertThat(visitor.session(
                                "POST",
                                "/logout",
                                "csrf=" + Secrets.csrfToken(ann),
                                "Cookie",
                                "baton_session=" + ann,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(303);
        assertThat(visitor.page("/", ann).header("Location")).endsWith("/login");
        assertThat(visitor.page("/", bob).status()).isEqualTo(200);
        visitor.caller().office.people().users().changeRights(Visitor.ADMIN, new UserName("bob"), Rights.ADMIN);
        assertThat(visitor.page("/", bob).header("Location")).endsWith("/login");
        assertThat(visitor.session("GET", "/api/v1/jobs", "", "Cookie", "baton_session=" + bob)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_set_up_link_makes_the_first_admin_once() {
        String link = visitor.caller()
                .office
                .entrance()
                .setUp()
                .open(new Secrets(() -> "the-link"))
                .orElseThrow();

        assertThat(visitor.session("GET", "/setup?link=wrong", "").http().body())
                .contains("This link is spent");
        assertThat(visitor.session("GET", "/setup?link=" + link, "").http().body())
                .contains("value=\"the-link\"");
        assertThat(visitor.form("/setup", "link=the-link&name=ann&password=short")
                        .http()
                        .body())
                .contains("shorter than 12");
        Answer made = visitor.form("/setup", "link=the-link&name=ann&password=correct+horse+battery");
        assertThat(visitor.page("/", Visitor.cookie(made)).status()).isEqualTo(200);
        assertThat(visitor.form("/setup", "link=the-link&name=eve&password=correct+horse+battery")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_session_a_page_leads_to_the_login_and_the_api_says_no() {
        assertThat(visitor.session("GET", "/jobs", "", "Accept", "text/html").header("Location"))
                .endsWith("/login");
        assertThat(visitor.session("GET", "/api/v1/jobs", "", "Accept", "text/html")
                        .status())
                .isEqualTo(401);
        assertThat(visitor.session("GET", "/nothing", "", "Accept", "text/html").header("Location"))
                .endsWith("/login");
        assertThat(visitor.session("GET", "/assets/console.css", "").status()).isEqualTo(200);
        assertThat(visitor.session("GET", "/assets/../en.properties", "").status())
                .isIn(400, 401);
        assertThat(Optional.of(visitor.session("GET", "/login", "").http().body()))
                .hasValueSatisfying(body -> assertThat(body).contains("Log in"));
    }
}
