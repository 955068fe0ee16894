package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.LocalCode;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.MappedProcedure;
import org.priorfetch.engine.model.MarkableAttribute.TextForm;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.Side;

/** Reads a table of procedures: what they show, and how they are coded here. */
final class ProcedureReading {

    private static final ValueType<String> PATTERN = new ValueType<>(
            text -> Optional.of(text.strip()).filter(pattern -> pattern.matches("[^\\p{Cntrl}]{1,64}")),
            (key, shown) -> Message.of("settings.badPattern", key, shown), "-");
    private static final ValueType<String> CODE_VALUE = of(TextForm.LO);
    private static final ValueType<String> SCHEME = of(TextForm.SH);
    private static final ValueType<String> MEANING = of(TextForm.LO);

    private final List<MappedProcedure> shows = new ArrayList<>();
    private final List<MappedProcedure> codedHere = new ArrayList<>();
    private final List<LocalCode> codes = new ArrayList<>();
    private final Set<String> patterns = new HashSet<>();

    private ProcedureReading() {}

    private static ValueType<String> of(TextForm form) {
        return new ValueType<>(text -> Optional.of(text.strip()).filter(form::admits),
                (key, shown) -> Message.of("settings.badMark", key, shown, "#settings.form." + form), "-");
    }

    /**
     * Reads the site's table and those of its sources, by their names. What we have coded ourselves is known by that code
     * wherever it lies, unless the site says otherwise.
     */
    static ProcedureTable table(List<Section> procedures, Map<String, List<Section>> ofSources) {
        ProcedureReading site = of(procedures);
        List<MappedProcedure> shows = new ArrayList<>(site.shows);
        shows.addAll(site.codedHere);
        Map<String, ProcedureTable> own = new HashMap<>();
        ofSources.forEach((name, sections) -> {
            ProcedureReading source = of(sections);
            shows.addAll(source.codedHere);
            own.put(name, new ProcedureTable(new ProcedureMap(source.shows), new LocalCodes(source.codes)));
        });
        return new ProcedureTable(new ProcedureMap(shows), new LocalCodes(site.codes), own);
    }

    private static ProcedureReading of(List<Section> procedures) {
        ProcedureReading reading = new ProcedureReading();
        procedures.forEach(reading::read);
        return reading;
    }

    private void read(Section section) {
        String pattern = section.required("pattern", PATTERN);
        if (section.has("pattern") && !patterns.add(pattern.toLowerCase(Locale.ROOT))) {
            section.problem("pattern", Message.of("settings.duplicatePattern", Quoted.of(pattern)));
        }
        CodedTerm procedure = code(section, "procedureCode");
        CodedTerm region = code(section, "regionCode");
        List<BodyRegion> regions = section.words("regions", RulesReading.REGION);
        boolean nothing = procedure == null && region == null && !section.has("regions");
        if (nothing) {
            section.problem("pattern", Message.of("settings.procedureSaysNothing", Keys.PROCEDURE.list()));
        }
        if (section.has("side") && !section.has("regions")) {
            section.problem("side", Message.of("settings.sideWithoutRegions"));
        }
        Side side = section.choice("side", Choice.SIDE)
                .map(word -> Side.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Side.UNKNOWN);
        if (!regions.isEmpty()) {
            shows.add(new MappedProcedure(pattern, EnumSet.copyOf(regions), side));
        }
        if (procedure != null || region != null) {
            codes.add(new LocalCode(pattern, procedure, region));
        }
        if (procedure != null && !regions.isEmpty()) {
            codedHere.add(new MappedProcedure(procedure.value(), EnumSet.copyOf(regions), side));
        }
    }

    private static @Nullable CodedTerm code(Section section, String key) {
        return section.section(key, Keys.CODE)
                .map(code -> new CodedTerm(code.required("value", CODE_VALUE), code.required("scheme", SCHEME),
                        code.required("meaning", MEANING)))
                .orElse(null);
    }
}
