package org.priorfetch.app.transfers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

import javafx.collections.ObservableListBase;

/**
 * A history of any length as a list, of which only those pages are read that somebody looks at. A page that is passed by
 * quickly is not read, and of those that were read only the last ones are kept. Used on the FX thread.
 */
final class HistoryList extends ObservableListBase<HistoryRow> {

    /** Rows of one page. */
    static final int PAGE = 100;

    private static final int KEPT_PAGES = 30;
    private static final int READ_AT_A_TIME = 2;
    private static final int WANTED_AT_MOST = 2;

    /** Reads a page; {@link #arrived} or {@link #failed} is to be called once with its number. */
    @FunctionalInterface
    interface Reader {
        void read(int page);
    }

    private final int size;
    private final Reader reader;
    private final Map<Integer, List<HistoryRow>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> reading = new HashSet<>();
    private final SequencedSet<Integer> wanted = new LinkedHashSet<>();
    private final Set<Integer> read = new HashSet<>();

    HistoryList(int size, Reader reader) {
        this.size = size;
        this.reader = reader;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public HistoryRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int page = index / PAGE;
        List<HistoryRow> rows = pages.computeIfAbsent(page, this::emptyPage);
        want(page);
        return rows.get(index % PAGE);
    }

    /** The first page has been read already. */
    void startWith(List<TransferLine> lines) {
        if (size > 0) {
            pages.computeIfAbsent(0, this::emptyPage);
            arrived(0, lines);
        }
    }

    void arrived(int page, List<TransferLine> lines) {
        reading.remove(page);
        List<HistoryRow> rows = pages.get(page);
        if (rows != null) {
            read.add(page);
            for (int i = 0; i < Math.min(rows.size(), lines.size()); i++) {
                rows.get(i).show(lines.get(i));
            }
            forgetOldest();
        }
        readNext();
    }

    void failed(int page) {
        reading.remove(page);
        readNext();
    }

    /** All rows that have been read and not been forgotten. */
    Stream<HistoryRow> known() {
        return pages.values().stream().flatMap(List::stream).filter(row -> row.view() != null);
    }

    private List<HistoryRow> emptyPage(int page) {
        int rows = Math.min(PAGE, size - page * PAGE);
        return Stream.generate(HistoryRow::new).limit(rows).toList();
    }

    /** The page that was looked at last is read first; of those that wait, the longest waiting gives way. */
    private void want(int page) {
        if (read.contains(page) || reading.contains(page)) {
            return;
        }
        wanted.remove(page);
        wanted.add(page);
        if (wanted.size() > WANTED_AT_MOST) {
            wanted.removeFirst();
        }
        readNext();
    }

    private void readNext() {
        while (!wanted.isEmpty() && reading.size() < READ_AT_A_TIME) {
            int page = wanted.removeLast();
            reading.add(page);
            reader.read(page);
        }
    }

    private void forgetOldest() {
        while (read.size() > KEPT_PAGES) {
            Integer oldest = pages.keySet().stream().filter(read::contains).findFirst().orElseThrow();
            read.remove(oldest);
            pages.remove(oldest);
        }
    }
}
