package org.priorfetch.engine.settings;

import java.util.Comparator;
import java.util.Locale;

import org.priorfetch.engine.model.Message;

/**
 * One thing that is wrong with the settings.
 *
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param column counted from 1; 0 when it concerns the file as a whole
 */
public record SettingsProblem(int line, int column, Message message) {

    static final Comparator<SettingsProblem> BY_PLACE = Comparator.comparingInt(SettingsProblem::line)
            .thenComparingInt(SettingsProblem::column);

    static SettingsProblem ofFile(Message message) {
        return new SettingsProblem(0, 0, message);
    }

    /** The place and the sentence, such as {@code 4:9: ...}; the sentence alone when it concerns the whole file. */
    public String text(Locale locale) {
        return line == 0 ? message.text(locale) : line + ":" + column + ": " + message.text(locale);
    }
}
