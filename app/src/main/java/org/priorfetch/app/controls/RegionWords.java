package org.priorfetch.app.controls;

import java.util.stream.Collectors;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.Message;

/** Which part of the body an appointment is about. */
public final class RegionWords {

    private RegionWords() {}

    /** The regions with a capital letter; what was ordered where no region is known. */
    public static String of(AppointmentView view, Texts texts) {
        return view.regions().isEmpty()
                ? view.procedure()
                : view.regions().stream().map(region -> capital(region, texts)).collect(Collectors.joining(", "));
    }

    private static String capital(Message region, Texts texts) {
        String text = texts.of(region);
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(texts.locale()) + text.substring(first);
    }
}
