package org.priorfetch.engine;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The engine's packages and which of the others each may import. */
final class PackageTable extends ArchCondition<JavaClass> {

    static final String ROOT = "org.priorfetch.engine";

    private static final String COMPOSITION_ROOT = "runtime";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("alert", Set.of("model")),
            entry("admin", Set.of("api", "files", "model")),
            entry("api", Set.of("model")),
            entry("audit", Set.of("model")),
            entry("channel", Set.of("api", "files", "model")),
            entry("cli", Set.of("api", "diagnosis", "model", "settings")),
            entry("demo", Set.of("dicom")),
            entry("diagnosis", Set.of("model")),
            entry("dicom", Set.of("model", "port", "tls")),
            entry("dicomweb", Set.of("model", "port", "tls", "web")),
            entry("web", Set.of("model", "port", "tls")),
            entry("fhir", Set.of("model", "port", "tls", "web")),
            entry("files", Set.of()),
            entry("forecast", Set.of("model")),
            entry("hl7", Set.of("files", "model", "port", "tls")),
            entry("identity", Set.of("model")),
            entry("importing", Set.of("model")),
            entry("model", Set.of()),
            entry("plan", Set.of("model")),
            entry("port", Set.of("model")),
            entry("prior", Set.of("model")),
            entry("settings", Set.of("files", "model", "tls")),
            entry("store", Set.of("model", "port")),
            entry("tls", Set.of()),
            entry("transfer", Set.of("model", "port")),
            entry("worklist", Set.of("model", "port")));

    private PackageTable() {
        super("import only what the table of packages allows");
    }

    static PackageTable importOnlyWhatItAllows() {
        return new PackageTable();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = packageBelowRoot(type);
        if (own.equals(COMPOSITION_ROOT)) {
            return;
        }
        if (!MAY_IMPORT.containsKey(own)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no package of the table"));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getPackageName().startsWith(ROOT) && !allows(own, packageBelowRoot(target))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private static boolean allows(String from, String to) {
        return from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    private static String packageBelowRoot(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
