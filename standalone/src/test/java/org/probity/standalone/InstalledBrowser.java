package org.probity.standalone;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. Without one a test is skipped, or fails with {@code -Dprobity.browser-required=true}. */
record InstalledBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    static InstalledBrowser start() {
        Path executable = find().orElseGet(InstalledBrowser::missing);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Chromium has no sandbox for root, whom builds in containers run as.
        boolean root = "root".equals(System.getProperty("user.name"));
        return new InstalledBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(root ? List.of("--no-sandbox") : List.of())));
    }

    private static Optional<Path> find() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing() {
        String message = "No browser to look at the pages with: none of " + NAMES + " is on the PATH";
        return Boolean.getBoolean("probity.browser-required") ? fail(message) : abort(message);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
