package io.baton.bootstrap.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a screen. Found on the path, as Debian installs it; its profile is a folder of its own. */
final class Browser implements AutoCloseable {
    /** 60 s: a busy machine loads slowly. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String address;

    /**
     * @param address such as {@code http://127.0.0.1:8080}
     * @param profile an empty folder
     */
    Browser(String address, Path profile, String language) {
        this.address = address;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("chromium").or(() -> find("chromium-browser")).orElseThrow(Browser::missing));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--accept-lang=" + language,
                "--window-size=1360,900",
                "--user-data-dir=" + profile);
        File program = new File(find("chromedriver").orElseThrow(Browser::missing));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(program).build(), options);
    }

    /** Whether the tests of the browser are to run: where there is one, and where one is demanded. */
    static boolean wanted() {
        boolean there = find("chromium").or(() -> find("chromium-browser")).isPresent()
                && find("chromedriver").isPresent();
        return there || "required".equals(System.getProperty("baton.test.browser"));
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "chromium and chromedriver are not on the path: install the packages chromium and chromium-driver");
    }

    private static Optional<String> find(String program) {
        return Stream.concat(
                        Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator)),
                        Stream.of("/usr/bin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    void open(String path) {
        driver.get(address + path);
    }

    String path() {
        return String.valueOf(driver.getCurrentUrl()).substring(address.length());
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    boolean has(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    String text() {
        return text("body");
    }

    /** What is seen of the first such element, nothing if there is none. */
    String text(String css) {
        return texts(css).stream().findFirst().orElse("");
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** What is seen of the elements, all at one moment. */
    List<String> texts(String css) {
        Object texts = script("return [...document.querySelectorAll(arguments[0])].map(one => one.innerText)", css);
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    /** Clicks something within the first of several elements that shows the words, again if the page changed meanwhile. */
    void clickIn(String css, String words, String within) {
        await("a " + css + " that shows '" + words + "' is clicked", () -> {
            Object found = script(
                    "return [...document.querySelectorAll(arguments[0])]"
                            + ".find(one => one.innerText.includes(arguments[1]))?.querySelector(arguments[2])",
                    css,
                    words,
                    within);
            if (found instanceof WebElement element) {
                element.click();
            }
            return found instanceof WebElement;
        });
    }

    void type(String name, String text) {
        WebElement field = one("[name=" + name + "]");
        field.clear();
        field.sendKeys(text);
    }

    void click(String css) {
        one(css).click();
    }

    /** Answers the browser's own question with yes. */
    void agree() {
        new WebDriverWait(driver, PATIENCE).until(d -> {
            d.switchTo().alert().accept();
            return true;
        });
    }

    /** Waits until the page says so. */
    void awaitText(String words) {
        await("the page says '" + words + "'", () -> text().contains(words));
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.NoSuchElementException.class)
                .withMessage(() -> what + "; at " + path() + " is: " + text())
                .until(d -> holds(condition));
    }

    /** Not yet, if it looked at an element while the page put another in its place; the driver says so in two ways. */
    private static boolean holds(java.util.function.BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw e;
        }
    }

    Object script(String text, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(text, arguments)).orElse("");
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new org.openqa.selenium.Dimension(width, height));
    }

    /** What the browser complained of, such as a broken policy or script. */
    List<String> complaints() {
        return driver.manage().logs().get(org.openqa.selenium.logging.LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
