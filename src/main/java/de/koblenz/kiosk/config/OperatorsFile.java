package de.koblenz.kiosk.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The file of those who may sign in at a monitor: account, role, and the hash of a code. A secret: closed to others.
///
/// @param accounts by name
public record OperatorsFile(Map<String, Account> accounts) {
    private static final String ACCOUNT = "[a-z0-9][a-z0-9._-]{0,59}";

    /// One of them.
    ///
    /// @param role what they may do
    /// @param code hash of their code, as `buergerterminal staff-code` makes it
    public record Account(Role role, String code) {
        /// Tells no hash.
        @Override
        public String toString() {
            return "Account[" + role + "]";
        }
    }

    /// What somebody may do.
    public enum Role {
        VIEW,
        OPERATE,
        ADMINISTER
    }

    public OperatorsFile {
        accounts = Map.copyOf(accounts);
    }

    /// Reads the file; mistakes go to `problems` and quote no hash.
    public static OperatorsFile read(Path file, Problems problems) {
        ConfigNode node = ConfigReader.read(file, file.toString(), problems);
        Map<String, Account> accounts = new LinkedHashMap<>();
        node.at("operators")
                .entries()
                .forEach((name, account) -> {
                    if (!name.matches(ACCOUNT)) {
                        account.report(
                                "an account is lower-case letters, digits, '.', '_' and '-'",
                                "CFG-VALUE");
                    }
                    Role role = account.at("role").oneOf(Role.class);
                    ConfigNode code = account.at("code");
                    if (code.present() && !code.text().startsWith("pbkdf2-sha512:")) {
                        code.report(
                                "not the hash of a code; 'buergerterminal staff-code' makes one",
                                "CFG-VALUE");
                    }
                    account.noOthers();
                    accounts.put(name, new Account(role, code.text()));
                });
        node.noOthers();
        return new OperatorsFile(accounts);
    }
}
