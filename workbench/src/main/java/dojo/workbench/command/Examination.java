package dojo.workbench.command;

import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Wire;
import dojo.workbench.worker.WorkerMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** Looks at what the workbench needs from a machine; each look takes milliseconds, except that for a worker. */
final class Examination {
    private static final long MEGABYTE = 1 << 20;
    private static final int ENDPOINT_MILLIS = 2_000;
    private static final Duration WORKER_LIMIT = Duration.ofSeconds(30);

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    Examination(Path root) {
        this.root = root;
    }

    List<Finding> findings() {
        java();
        platform();
        temporaryFolder();
        memory();
        disk();
        terminal();
        state();
        loopback();
        endpoint();
        worker();
        return List.copyOf(findings);
    }

    private void java() {
        String seen = System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor") + ", "
                + System.getProperty("java.home");
        if (Runtime.version().feature() < 17) {
            findings.add(Finding.wrong("Java", seen, "Install a JDK 17 or newer and point JAVA_HOME at it."));
        } else if (ToolProvider.getSystemJavaCompiler() == null) {
            findings.add(Finding.wrong(
                    "Java", seen + ", without a compiler", "Install a JDK, not a JRE, and point JAVA_HOME at it."));
        } else {
            findings.add(Finding.fine("Java", seen));
        }
    }

    private void platform() {
        String os = System.getProperty("os.name");
        String architecture = System.getProperty("os.arch");
        String seen = os + ", " + architecture;
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        boolean windows = os.toLowerCase(Locale.ROOT).startsWith("windows");
        findings.add(
                intel || (arm && !windows)
                        ? Finding.fine("Platform", seen)
                        : Finding.wrong(
                                "Platform",
                                seen + "; DynamoDB Local has no native library for it",
                                "Run DynamoDB Local elsewhere and set DYNAMODB_ENDPOINT, or use an x86-64 JDK."));
    }

    private void temporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        String fix = "Name another folder: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/some/folder (or, for the native"
                + " library alone, -Dorg.sqlite.lib.path=/some/folder).";
        try {
            Path script = Files.createTempFile("dojo-doctor", ".sh");
            try {
                boolean runs = !posix() || runs(script);
                findings.add(
                        runs
                                ? Finding.fine("Temporary folder", folder + ", files in it may run")
                                : Finding.wrong(
                                        "Temporary folder",
                                        folder + " forbids execution; DynamoDB Local unpacks a native library there",
                                        fix));
            } finally {
                Files.deleteIfExists(script);
            }
        } catch (IOException e) {
            findings.add(Finding.wrong("Temporary folder", folder + " cannot be written: " + e.getMessage(), fix));
        }
    }

    private static boolean posix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean runs(Path script) {
        try {
            Files.writeString(script, "#!/bin/sh\nexit 0\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return new ProcessBuilder(script.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void memory() {
        long free = freeMegabytes();
        findings.add(
                free < 0 || free >= 700
                        ? Finding.fine("Memory", free < 0 ? "unknown" : free + " MB free")
                        : Finding.wrong(
                                "Memory",
                                free + " MB free; the workbench and its two workers take about 700",
                                "Close something, or expect checks to be slow."));
    }

    /** What the kernel says is available; -1 where it does not say. */
    private static long freeMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1L);
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    private void disk() {
        try {
            long free = Files.getFileStore(root).getUsableSpace() / MEGABYTE;
            findings.add(
                    free >= 200
                            ? Finding.fine("Disk", free + " MB free at " + root)
                            : Finding.wrong("Disk", free + " MB free at " + root, "Free some 500 MB."));
        } catch (IOException e) {
            findings.add(Finding.wrong("Disk", "unknown at " + root + ": " + e.getMessage(), "Is the folder there?"));
        }
    }

    private void terminal() {
        String term = String.valueOf(System.getenv("TERM"));
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        String seen = "TERM=" + term + ", " + encoding;
        findings.add(
                Charset.isSupported(encoding)
                        ? Finding.fine("Terminal", seen)
                        : Finding.wrong("Terminal", seen, "Set a UTF-8 locale, for example LC_ALL=C.UTF-8."));
    }

    private void state() {
        Path folder = root.resolve(".dojo");
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            findings.add(Finding.fine("Progress", folder + " can be written"));
        } catch (IOException e) {
            findings.add(Finding.wrong(
                    "Progress", folder + " cannot be written: " + e.getMessage(), "Make it writable for you."));
        }
    }

    private void loopback() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            findings.add(Finding.fine("Loopback", "port " + socket.getPort() + " answers"));
        } catch (IOException e) {
            findings.add(Finding.wrong(
                    "Loopback",
                    "no connection to this very machine: " + e.getMessage(),
                    "Allow connections to 127.0.0.1 in the firewall; checks run in a process of their own."));
        }
    }

    private void endpoint() {
        String value = System.getProperty("DYNAMODB_ENDPOINT", System.getenv("DYNAMODB_ENDPOINT"));
        if (value == null || value.isBlank()) {
            findings.add(Finding.fine("Endpoint", "DYNAMODB_ENDPOINT is not set; the built-in DynamoDB Local is used"));
            return;
        }
        String fix = "Start DynamoDB Local there (docker compose up), or unset DYNAMODB_ENDPOINT.";
        try (Socket socket = new Socket()) {
            URI uri = URI.create(value.strip());
            int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
            socket.connect(new InetSocketAddress(uri.getHost(), port), ENDPOINT_MILLIS);
            findings.add(Finding.fine("Endpoint", value + " answers"));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            findings.add(Finding.wrong("Endpoint", value + " does not answer: " + e.getMessage(), fix));
        }
    }

    /** Starts a worker and has it open a lab: whatever is wrong with the native library shows here. */
    private void worker() {
        String fix = "Mend what is wrong above; if nothing is, build again with ./mvnw package.";
        long began = System.nanoTime();
        try (ChildJvm worker = ChildJvm.start(JvmLayout.detect(), WorkerMain.class.getName())) {
            worker.wire().send(Wire.message().put("ask", "lab"));
            String trouble = worker.await(WORKER_LIMIT)
                    .flatMap(ChildJvm.Message::content)
                    .map(answer -> answer.path("unusable").asText())
                    .orElse("no answer within " + WORKER_LIMIT.toSeconds() + " s");
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            findings.add(
                    trouble.isEmpty()
                            ? Finding.fine("Worker", "started and opened its lab in " + millis + " ms")
                            : Finding.wrong("Worker", trouble, fix));
        } catch (IOException e) {
            findings.add(Finding.wrong("Worker", String.valueOf(e.getMessage()), fix));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
