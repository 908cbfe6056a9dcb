package de.koblenz.kiosk.fleet.collector;

import de.koblenz.kiosk.fleet.model.Alarm;
import de.koblenz.kiosk.fleet.model.AlarmStore;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Lets a program of the data centre make the calls, such as `packaging/monitor/call-by-mail`. It gets each call as one line of JSON on its
/// standard input, and says by exit code 0 that all are made. What it writes goes to the monitor's log. Thread-safe.
public final class ProgramNotifier implements AlarmNotifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path program;
    private final Duration longest;

    /// @param program executable; run without arguments and without a shell
    /// @param longest a program that takes longer is ended
    public ProgramNotifier(Path program, Duration longest) {
        this.program = program;
        this.longest = longest;
    }

    @Override
    public void call(List<AlarmStore.Call> calls) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(program.toString())
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT)
                        .start();
        Thread writer =
                Thread.ofVirtual().name("fleet-call").start(() -> write(process, lines(calls)));
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the program takes too long");
            }
            if (process.exitValue() != 0) {
                throw new IOException("exit code " + process.exitValue());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            writer.interrupt();
        }
    }

    private static void write(Process process, byte[] lines) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(lines);
        } catch (IOException _) {
            // A program that does not read to the end says by its exit code what it made of it.
        }
    }

    private static byte[] lines(List<AlarmStore.Call> calls) {
        StringBuilder lines = new StringBuilder();
        calls.forEach(call -> lines.append(line(call)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(AlarmStore.Call call) {
        Alarm alarm = call.alarm();
        ObjectNode line = JSON.createObjectNode();
        line.put("notice", call.notice().name());
        line.put("at", call.at().toString());
        line.put("alarm", alarm.id());
        line.put("kind", alarm.key().word());
        line.put("severity", alarm.severity().name());
        line.put("office", alarm.key().office());
        line.put("terminal", alarm.key().terminal());
        line.put("device", alarm.key().device());
        line.put("state", alarm.state().name());
        line.put("raisedAt", alarm.raisedAt().toString());
        line.put("level", alarm.call().level());
        line.put("assignee", alarm.assignee());
        return line.toString();
    }
}
