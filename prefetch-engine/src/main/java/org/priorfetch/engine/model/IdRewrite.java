package org.priorfetch.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression with a replacement that can be undone: plain characters, and groups in round brackets that are each
 * taken over once. Of repetitions that may be longer or shorter only a few are allowed, so that matching ends at once,
 * whatever the ID.
 */
public final class IdRewrite {

    /** Plain text, or what a group matches. */
    private record Piece(String text, int group) {

        boolean isGroup() {
            return group > 0;
        }

        String regex() {
            return isGroup() ? "(" + text + ")" : Pattern.quote(text);
        }
    }

    private static final String REPEATED = "(?:\\{\\d{1,2}(?:,\\d{0,2})?}|[*+?])";
    private static final String ATOM = "(?:\\\\[dw]|\\\\[.$()\\[\\]{}+*?^|/-]|\\.|\\[\\^?[A-Za-z0-9 _.-]+]|[A-Za-z0-9 _/#:-])"
            + REPEATED + "?";
    private static final Pattern IN_PATTERN = Pattern
            .compile("\\G(?:\\(((?:" + ATOM + "){1,20})\\)|\\\\([.$()\\[\\]{}+*?^|/-])|([A-Za-z0-9 _/#:-]))");
    private static final Pattern IN_REPLACEMENT = Pattern.compile("\\G(?:\\$([1-9])|([^$\\\\\\p{Cntrl}])())");
    private static final Pattern OPEN_REPETITION = Pattern.compile("[*+?]|\\{\\d+,\\d*}");
    private static final int LONGEST = 200;
    private static final int MOST_OPEN_REPETITIONS = 3;

    /** Every ID, as it is. */
    public static final IdRewrite NONE = of("(.+)", "$1").orElseThrow();

    private final Pattern there;
    private final List<Piece> replacement;
    private final Pattern back;
    private final List<Piece> original;

    private IdRewrite(List<Piece> original, List<Piece> replacement) {
        this.there = compiled(original);
        this.replacement = numberedAsIn(original, replacement);
        this.back = compiled(replacement);
        this.original = numberedAsIn(replacement, original);
    }

    /** Empty when the two are not such an expression and its replacement. */
    public static Optional<IdRewrite> of(String pattern, String replacement) {
        List<Piece> original = piecesOf(pattern);
        List<Piece> wanted = piecesOf(replacement, original);
        List<Integer> groups = groups(original);
        boolean undoable = !groups.isEmpty() && groups(wanted).stream().sorted().toList().equals(groups);
        if (!undoable || openRepetitions(original) > MOST_OPEN_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IdRewrite(original, wanted));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** What the ID becomes; empty when it does not look as it must. */
    Optional<String> there(String id) {
        return rewritten(id, there, replacement);
    }

    /** What the ID was. */
    Optional<String> back(String id) {
        return rewritten(id, back, original);
    }

    /** Two that read the same and give the same are equal. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof IdRewrite other && original.equals(other.original)
                && replacement.equals(other.replacement) && there.pattern().equals(other.there.pattern());
    }

    @Override
    public int hashCode() {
        return Objects.hash(original, replacement, there.pattern());
    }

    private static Optional<String> rewritten(String id, Pattern pattern, List<Piece> pieces) {
        Matcher matcher = pattern.matcher(id);
        return matcher.matches()
                ? Optional.of(pieces.stream()
                        .map(piece -> piece.isGroup() ? matcher.group(piece.group()) : piece.text())
                        .collect(Collectors.joining()))
                : Optional.empty();
    }

    private static List<Piece> piecesOf(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = IN_PATTERN.matcher(pattern);
        int group = 0;
        int end = 0;
        while (pattern.length() <= LONGEST && matcher.find()) {
            boolean isGroup = matcher.group(1) != null;
            group += isGroup ? 1 : 0;
            String plain = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            pieces.add(isGroup ? new Piece(matcher.group(1), group) : new Piece(plain, 0));
            end = matcher.end();
        }
        return end == pattern.length() ? pieces : List.of();
    }

    private static List<Piece> piecesOf(String replacement, List<Piece> original) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = IN_REPLACEMENT.matcher(replacement);
        int end = 0;
        while (replacement.length() <= LONGEST && matcher.find()) {
            String number = matcher.group(1);
            pieces.add(number == null ? new Piece(matcher.group(2), 0) : group(Integer.parseInt(number), original));
            end = matcher.end();
        }
        return end == replacement.length() ? pieces : List.of();
    }

    private static Piece group(int number, List<Piece> original) {
        return original.stream()
                .filter(piece -> piece.group() == number)
                .findFirst()
                .orElse(new Piece("", number));
    }

    private static List<Integer> groups(List<Piece> pieces) {
        return pieces.stream().filter(Piece::isGroup).map(Piece::group).toList();
    }

    private static long openRepetitions(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece::isGroup)
                .mapToLong(piece -> OPEN_REPETITION.matcher(piece.text().replaceAll("\\\\.|\\[[^]]*]", "x"))
                        .results()
                        .count())
                .sum();
    }

    private static Pattern compiled(List<Piece> pieces) {
        return Pattern.compile(pieces.stream().map(Piece::regex).collect(Collectors.joining()));
    }

    /** The pieces, each group with the number under which the other side's pattern captures it. */
    private static List<Piece> numberedAsIn(List<Piece> pattern, List<Piece> pieces) {
        List<Integer> order = groups(pattern);
        return pieces.stream()
                .map(piece -> piece.isGroup()
                        ? new Piece(piece.text(), order.indexOf(piece.group()) + 1)
                        : piece)
                .toList();
    }
}
