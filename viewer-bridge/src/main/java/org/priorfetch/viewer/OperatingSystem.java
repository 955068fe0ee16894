package org.priorfetch.viewer;

import java.util.Locale;

/** What differs in how programs are started. */
public enum OperatingSystem {
    LINUX, MAC, WINDOWS;

    public static OperatingSystem current() {
        return named(System.getProperty("os.name", ""));
    }

    static OperatingSystem named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("windows")) {
            return WINDOWS;
        }
        return lower.contains("mac") ? MAC : LINUX;
    }
}
