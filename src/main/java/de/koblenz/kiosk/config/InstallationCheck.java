package de.koblenz.kiosk.config;

import de.koblenz.kiosk.config.HealthSettings.ClientFiles;
import de.koblenz.kiosk.config.HealthSettings.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks what the settings expect of this machine: secrets and certificates are there and closed to others,
/// and the data folder can be written. Apart from the reading, as a designer's desk has neither.
public final class InstallationCheck {
    private static final Set<PosixFilePermission> TOO_OPEN =
            Set.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.GROUP_WRITE);

    private InstallationCheck() {}

    /// Reports every file that is missing or open to others, and a data folder that cannot be written.
    public static void check(KioskSettings settings, Problems problems) {
        List<ReferencedFile> secrets =
                new ArrayList<>(
                        List.of(
                                settings.payment().secretFile(),
                                settings.booking().tokenFile(),
                                settings.submission().secretFile()));
        settings.health()
                .tls()
                .ifPresent(tls -> {
                    checkThere(tls.authority(), problems);
                    tls.client()
                            .map(ClientFiles::certificate)
                            .ifPresent(file -> checkThere(file, problems));
                });
        settings.health().commandKeys().ifPresent(file -> checkThere(file, problems));
        settings.health()
                .tls()
                .flatMap(TlsFiles::client)
                .map(ClientFiles::key)
                .ifPresent(secrets::add);
        switch (settings.eid().road()) {
            case EidSettings.Road.Terminal(var authority, var issuers) -> {
                authority.ifPresent(it -> {
                    secrets.add(it.pinFile());
                    checkThere(it.pkcs11(), problems);
                    checkThere(it.certificate(), problems);
                    checkThere(it.description(), problems);
                    it.sector().ifPresent(file -> checkThere(file, problems));
                    it.chain().forEach(file -> checkThere(file, problems));
                });
                issuers.forEach(file -> checkThere(file, problems));
            }
            case EidSettings.Road.AusweisApp(var _, var service) ->
                    service.map(EidSettings.IdentityService::tokenFile).ifPresent(secrets::add);
        }
        settings.terminal().staffCode().ifPresent(secrets::add);
        for (ReferencedFile secret : secrets) {
            if (checkThere(secret, problems)) {
                checkClosed(secret, problems);
            }
        }
        checkData(settings.terminal().dataFolder(), problems);
    }

    /// The same of a machine that is a monitor: certificates, operators, key of commands, program for calls, database.
    public static void checkMonitor(MonitorSettings settings, Problems problems) {
        List<ReferencedFile> secrets = new ArrayList<>(List.of(settings.operators().file()));
        settings.commandKey().ifPresent(secrets::add);
        settings.broker()
                .tls()
                .ifPresent(tls -> {
                    checkThere(tls.authority(), problems);
                    tls.client()
                            .ifPresent(client -> {
                                checkThere(client.certificate(), problems);
                                secrets.add(client.key());
                            });
                });
        for (ReferencedFile secret : secrets) {
            if (checkThere(secret, problems)) {
                checkClosed(secret, problems);
            }
        }
        settings.calls().ifPresent(program -> checkProgram(program, problems));
        Path folder = settings.databaseFile().map(Path::getParent).orElse(null);
        if (folder != null && !isWritable(folder)) {
            problems.add(
                    new Problem(
                            MonitorSettings.FILE,
                            1,
                            1,
                            "the folder of the database, " + folder + ", cannot be written",
                            "CFG-DATA-FOLDER"));
        }
        Path operators = settings.operators().file().path();
        if (Files.isReadable(operators)) {
            OperatorsFile.read(operators, problems);
        }
    }

    private static boolean checkThere(ReferencedFile file, Problems problems) {
        boolean there = Files.isRegularFile(file.path()) && Files.isReadable(file.path());
        if (!there) {
            file.reportMissing(problems);
        }
        return there;
    }

    private static void checkProgram(ReferencedFile program, Problems problems) {
        if (checkThere(program, problems) && !Files.isExecutable(program.path())) {
            problems.add(
                    program.place()
                            .problem(
                                    program.path() + " cannot be executed: chmod +x",
                                    "CFG-PROGRAM"));
        }
    }

    private static boolean isWritable(Path folder) {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private static void checkClosed(ReferencedFile file, Problems problems) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file.path(), PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            if (view.readAttributes().permissions().stream().anyMatch(TOO_OPEN::contains)) {
                problems.add(
                        file.place()
                                .problem(
                                        "others can read or change " + file.path() + ": chmod 600",
                                        "CFG-SECRET-OPEN"));
            }
        } catch (IOException e) {
            problems.add(
                    file.place()
                            .problem(
                                    "the rights of " + file.path() + " cannot be read",
                                    "CFG-SECRET-MISSING"));
        }
    }

    private static void checkData(Path folder, Problems problems) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            // Reported below: the folder is then not writable either.
        }
        if (!isWritable(folder)) {
            problems.add(
                    new Problem(
                            "terminal.yaml",
                            1,
                            1,
                            "the data folder " + folder + " cannot be written",
                            "CFG-DATA-FOLDER"));
        }
    }
}
