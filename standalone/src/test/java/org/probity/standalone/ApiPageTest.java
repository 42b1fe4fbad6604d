package org.probity.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the interface in a browser, as the README sends a newcomer there. */
class ApiPageTest {

    private static final String ORGANISATION = """
            {"code":"INVS1","name":"Example Authority","kind":"STRATEGIC_AUTHORITY",
             "term":{"from":"2000-01-01"},"invented":true}""";

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @Test
    void an_example_user_logs_in_on_the_page_reads_and_gives_commands() {
        try (InstalledBrowser browser = InstalledBrowser.start();
                Application application = Application.start(data)) {
            List<String> blocked = new ArrayList<>();
            Page page = browser.browser().newPage();
            page.setDefaultTimeout(15_000);
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    blocked.add(message.text());
                }
            });
            page.navigate(application.address() + "/swagger-ui.html");
            logIn(page, "policy-owner");

            Locator dashboard = operation(page, "/api/dashboards/recruitment");
            execute(dashboard);
            assertThat(status(dashboard)).hasText("200");

            Locator register = operation(page, "/api/commands/RegisterOrganisation");
            register.locator("tr[data-param-name=Idempotency-Key] input").fill(CommandClient.key());
            register.locator("textarea").fill(ORGANISATION);
            execute(register);
            assertThat(status(register)).hasText("200");
            assertThat(register.locator(".live-responses-table")).containsText("OrganisationRegistered");

            register.locator("tr[data-param-name=Idempotency-Key] input").fill(CommandClient.key());
            execute(register);
            assertThat(status(register)).containsText("409");
            assertThat(register.locator(".live-responses-table")).containsText("already-exists");
            assertThat(blocked).isEmpty();
        }
    }

    private static void logIn(Page page, String user) {
        page.locator(".scheme-container button.authorize").click();
        Locator byCode =
                page.locator(".auth-container").filter(new Locator.FilterOptions().setHasText("authorizationCode"));
        Page login = page.waitForPopup(() -> button(byCode, "Authorize").click());
        login.locator("input[name=username]").fill(user);
        login.locator("input[name=password]").fill(user);
        login.locator("button[type=submit]").click();
        assertThat(button(byCode, "Logout")).isVisible();
        button(byCode, "Close").click();
    }

    private static Locator operation(Page page, String path) {
        Locator operation = page.locator(".opblock")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='" + path + "']")));
        operation.locator(".opblock-summary-control").click();
        button(operation, "Try it out").click();
        return operation;
    }

    private static void execute(Locator operation) {
        button(operation, "Execute").click();
    }

    private static Locator status(Locator operation) {
        return operation.locator(".live-responses-table tbody td.response-col_status");
    }

    /** By what is written on it: some are called differently for readers of screens. */
    private static Locator button(Locator within, String text) {
        return within.locator("button:text-is('" + text + "')");
    }
}
