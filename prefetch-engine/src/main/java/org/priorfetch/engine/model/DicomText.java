package org.priorfetch.engine.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates, times and UIDs as DICOM writes them (PS3.5 6.2). What cannot be read is unknown, never an error. */
public final class DicomText {

    private static final int DATE_DIGITS = 8;
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

    private DicomText() {}

    /** Whether it has the characters of a UID, and no more of them (PS3.5 9.1); archives do not all heed the rest of the rules. */
    public static boolean mayBeUid(String text) {
        return UID.matcher(text).matches();
    }

    /** A date as a DA value; empty for none. */
    public static String da(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A range of dates, as a value to match DA with (PS3.4 C.2.2.2.5); either end may be open, but not both. */
    public static String range(@Nullable LocalDate first, @Nullable LocalDate last) {
        return da(first) + "-" + da(last);
    }

    /** A DA value, in today's form or the ACR-NEMA one with dots. */
    public static @Nullable LocalDate date(String da) {
        String digits = da.replace(".", "");
        if (digits.length() != DATE_DIGITS || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return null;
        }
        int date = Integer.parseInt(digits);
        try {
            return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A TM value, whole seconds; hours alone and the form with colons are read as well. */
    public static @Nullable LocalTime time(String tm) {
        String digits = tm.replace(":", "");
        String whole = digits.contains(".") ? digits.substring(0, digits.indexOf('.')) : digits;
        try {
            return switch (whole.length()) {
                case 2 -> LocalTime.of(Integer.parseInt(whole), 0);
                case 4 -> LocalTime.parse(whole, DateTimeFormatter.ofPattern("HHmm"));
                case 6 -> LocalTime.parse(whole, DateTimeFormatter.ofPattern("HHmmss"));
                default -> null;
            };
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }
}
