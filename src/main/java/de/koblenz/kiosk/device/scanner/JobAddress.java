package de.koblenz.kiosk.device.scanner;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a job is, by the header `Location` of whoever made it.
final class JobAddress {
    /// Some write a host that is none (`http://[fe80/eSCL/ScanJobs/1`), so it is not read as an address.
    private static final Pattern LOCATION =
            Pattern.compile(
                    "(?:[A-Za-z]{4,5}://[^/]{0,255})?(/?[A-Za-z0-9._~%!$&'()*+,;=:@/-]{1,400})");

    private JobAddress() {}

    /// @param location as the scanner says it
    /// @param base address to which the ticket was sent
    /// @return below the same host, without a slash at its end
    /// @throws ScanFault `SCN-BAD-DATA` if it is no job's
    static URI of(String location, URI base) throws ScanFault {
        Matcher found = LOCATION.matcher(location.strip());
        if (!found.matches()) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        }
        String said = found.group(1);
        String path = said.startsWith("/") ? said : base.getRawPath() + said;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        int jobs = path.indexOf("/ScanJobs/");
        if (jobs < 0 || path.contains("//") || path.contains("/.")) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        }
        try {
            return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
        } catch (IllegalArgumentException _) {
            throw new ScanFault(ScannerCode.BAD_DATA);
        }
    }
}
