#!/usr/bin/env python3
"""The dashboard's figures, computed from nothing but the workbook of a whole company: zip, XML and sums.

figures_of_workbook.py FILE yyyymmdd month|quarter|year    prints a figure a line; tests/app/export_figures_test.cpp
compares them with what the dashboard shows.
"""
import calendar
import datetime
import re
import sys
import zipfile
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
RELATION = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def sheets_of(path):
    """{sheet: [{title: text}]}"""
    with zipfile.ZipFile(path) as book:
        relations = ElementTree.fromstring(book.read('xl/_rels/workbook.xml.rels'))
        targets = {relation.get('Id'): relation.get('Target').removeprefix('/xl/') for relation in relations}
        shared = []
        if 'xl/sharedStrings.xml' in book.namelist():
            for item in ElementTree.fromstring(book.read('xl/sharedStrings.xml')):
                shared.append(''.join(t.text or '' for t in item.iter(MAIN + 't')))
        sheets = {}
        for sheet in ElementTree.fromstring(book.read('xl/workbook.xml')).iter(MAIN + 'sheet'):
            part = ElementTree.fromstring(book.read('xl/' + targets[sheet.get(RELATION)]))
            rows = []
            for row in part.iter(MAIN + 'row'):
                cells = {}
                for cell in row.iter(MAIN + 'c'):
                    assert cell.find(MAIN + 'f') is None, 'a formula'
                    text = ''.join(t.text or '' for t in cell.iter(MAIN + 't'))
                    if (value := cell.find(MAIN + 'v')) is not None:
                        text = shared[int(value.text)] if cell.get('t') == 's' else value.text
                    cells[re.match('[A-Z]+', cell.get('r')).group()] = text
                rows.append(cells)
            titles = rows[0]
            assert len(set(titles.values())) == len(titles), 'two columns of one title in ' + sheet.get('name')
            sheets[sheet.get('name')] = [{t: row.get(c, '') for c, t in titles.items()} for row in rows[1:]]
        return sheets


def number(text):
    return Decimal(text or 0)


def won(text):
    value = number(text)
    assert value == value.to_integral_value(), 'a part of a won'
    return int(value)


def day(text):
    return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text)) if text else None


def month_end(date):
    return date.replace(day=calendar.monthrange(date.year, date.month)[1])


def months_after(date, count):
    at = date.year * 12 + date.month - 1 + count
    last = calendar.monthrange(at // 12, at % 12 + 1)[1]
    return datetime.date(at // 12, at % 12 + 1, min(date.day, last))


class Company:
    def __init__(self, path, today):
        self.today = today
        sheets = sheets_of(path)
        self.customers, self.products = sheets['Customer'], sheets['Product']
        self.orders = {o['Number']: o for o in sheets['Order']}
        self.order_lines = sheets['Order line']
        self.deliveries = {d['Number']: d for d in sheets['Delivery']}
        self.delivery_lines = sheets['Delivery line']
        self.payments = {p['Number']: p for p in sheets['Payment']}
        self.allocations, self.movements = sheets['What a payment is for'], sheets['Stock movement']
        names = [c['Name'] for c in self.customers]
        for customer in self.customers:  # as other sheets call it
            shared = names.count(customer['Name']) > 1 and customer['Code']
            customer['label'] = f"{customer['Name']} ({customer['Code']})" if shared else customer['Name']
        self.totals = defaultdict(lambda: [0, 0])
        for line in self.delivery_lines:
            self.totals[line['Delivery']][0] += won(line['Supply amount'])
            self.totals[line['Delivery']][1] += won(line['Tax'])

    def ordered(self, first, last):
        chosen = {n for n, o in self.orders.items()
                  if first <= day(o['Ordered on']) <= last and o['State'] != 'cancelled'}
        lines = [line for line in self.order_lines if line['Order'] in chosen]
        return len(chosen), sum(won(line['Supply amount']) for line in lines), sum(won(line['Tax']) for line in lines)

    def delivered(self, first, last):
        chosen = [n for n, d in self.deliveries.items() if first <= day(d['Delivered on']) <= last]
        return len(chosen), sum(self.totals[n][0] for n in chosen), sum(self.totals[n][1] for n in chosen)

    def collected(self, first, last):
        chosen = [won(p['Amount']) for p in self.payments.values()
                  if first <= day(p['Received on']) <= last and p['Kind'] not in ('offset', 'discount given')]
        return len(chosen), sum(chosen), 0

    def counts_on(self, delivery):
        """What takes a delivery back says that it never went out."""
        original = self.deliveries.get(delivery['Takes back'])
        return self.counts_on(original) if original else day(delivery['Delivered on'])

    def due_lines(self):
        """(order, day, quantity, sent by then, sent, least)"""
        parts = defaultdict(list)
        for part in self.delivery_lines:
            if part['Line of the order'] and part['Delivery'] in self.deliveries:
                when = self.counts_on(self.deliveries[part['Delivery']])
                parts[part['Order'], part['Line of the order']].append((when, number(part['Quantity'])))
        under = {c['label']: number(c['Less allowed, %']) for c in self.customers}
        for line in self.order_lines:
            order = self.orders.get(line['Order'])
            if not order or order['State'] != 'open':
                continue
            due = day(line['Due']) or day(order['Due'])
            wanted = number(line['Quantity'])
            sent = parts[line['Order'], line['Line']]
            by_then = sum(quantity for when, quantity in sent if due and when <= due)
            yield (line['Order'], due, wanted, by_then, sum(quantity for _, quantity in sent),
                   wanted * (100 - under[order['Customer']]) / 100)

    def on_time(self, first, last):
        due = [(sent, least) for _, on, wanted, sent, _, least in self.due_lines()
               if on and first <= on <= last and wanted > 0]
        return len(due), sum(1 for sent, least in due if sent > 0 and sent >= least)

    def taken_back(self, facts, number):
        return any(not self.taken_back(facts, other) for other, fact in facts.items() if fact['Takes back'] == number)

    def stands(self, facts, number):
        return not facts[number]['Takes back'] and not self.taken_back(facts, number)

    def ages(self, customer):
        """What is owed: by age, and what is paid in advance. The oldest day is paid first."""
        label = customer['label']
        mine = {n: d for n, d in self.deliveries.items() if d['Customer'] == label}
        paid = {n: p for n, p in self.payments.items() if p['Customer'] == label}
        opening = won(customer['Opening balance'])
        balance = opening + sum(sum(self.totals[n]) for n in mine) - sum(won(p['Amount']) for p in paid.values())
        if balance <= 0:
            return [0, 0, 0, 0], -balance
        asked = defaultdict(int)
        if opening > 0:
            asked[day(customer['Opening balance as of'])] += opening
        for name in mine:
            if not self.stands(self.deliveries, name):
                continue
            total = sum(self.totals[name])
            share = sum(won(a['Amount']) for a in self.allocations if a['Delivery'] == name
                        and a['Payment received'] in paid and self.stands(self.payments, a['Payment received']))
            asked[day(mine[name]['Delivered on'])] += total - min(max(total, 0), share)
        settled = sum(max(amount, 0) for amount in asked.values()) - balance
        ages = [0, 0, 0, max(-settled, 0)]
        for on in sorted(asked, key=lambda when: when or datetime.date.min):
            amount = max(asked[on], 0)
            days = (self.today - on).days if on else 10_000
            ages[0 if days <= 30 else 1 if days <= 60 else 2 if days <= 90 else 3] += max(amount - max(settled, 0), 0)
            settled -= amount
        return ages, 0

    def by(self, first, last, key):
        sums = defaultdict(int)
        for line in self.delivery_lines:
            delivery = self.deliveries.get(line['Delivery'])
            if delivery and first <= day(delivery['Delivered on']) <= last and key(delivery, line):
                sums[key(delivery, line)] += won(line['Supply amount'])
        return sums

    def late(self):
        """Open orders of which a line should be there and is not."""
        def is_done(wanted, sent, least):
            if wanted < 0:  # goods to come back
                return sent < 0 and sent <= least
            return wanted == 0 or (sent > 0 and sent >= least)
        return {order for order, due, wanted, _, sent, least in self.due_lines()
                if due and due < self.today and not is_done(wanted, sent, least)}

    def stock(self):
        sums = defaultdict(Decimal)
        for movement in self.movements:
            sums[movement['Product']] += number(movement['Quantity'])
        names = [p['Name'] for p in self.products]
        for product in self.products:
            shared = names.count(product['Name']) > 1
            label = f"{product['Name']} ({product['Code']})" if shared else product['Name']
            yield product, sums[label]


def main(path, iso, kind):
    today = datetime.date(int(iso[:4]), int(iso[4:6]), int(iso[6:]))
    company = Company(path, today)
    length = {'month': 1, 'quarter': 3, 'year': 12}[kind]
    first = today.replace(day=1, month=(today.month - 1) // length * length + 1)
    end = month_end(months_after(first, length - 1))
    last = min(today, end)
    spans = [(first, last)]
    for back in (length, 12):
        to = months_after(last, -back)
        spans.append((months_after(first, -back), month_end(to) if last == end else to))
    for figure in ('ordered', 'delivered', 'collected'):
        for name, span in zip(('now', 'before', 'year before'), spans):
            print(figure, name, *getattr(company, figure)(*span))
    yesterday = today - datetime.timedelta(days=1)
    print('on time now', *company.on_time(first, min(last, yesterday)))
    print('on time before', *company.on_time(months_after(first, -length), first - datetime.timedelta(days=1)))
    for back in range(11, -1, -1):
        month = months_after(end.replace(day=1), -back)
        print('month', month.strftime('%Y%m'), company.delivered(month, month_end(month))[1])

    every = [company.ages(customer) for customer in company.customers]
    for age in range(4):
        print('age', age, sum(1 for ages, _ in every if ages[age]), sum(ages[age] for ages, _ in every))
    print('owed', sum(1 for ages, _ in every if sum(ages)), sum(sum(ages) for ages, _ in every))
    print('in advance', sum(1 for _, credit in every if credit), sum(credit for _, credit in every))

    come, whole = (last - first).days + 1, (end - first).days + 1
    for what, key in (('customer', lambda delivery, line: delivery['Customer']),
                      ('product', lambda delivery, line: line['Code of the product'])):
        earlier = company.by(months_after(first, -length), first - datetime.timedelta(days=1), key)
        now = company.by(first, end, key)
        for name in sorted((n for n in now if now[n] > 0), key=lambda n: (-now[n], n))[:5]:
            part = (Decimal(earlier[name]) * come / whole).quantize(Decimal(1), ROUND_HALF_UP)
            print('best', what, name, now[name], part)

    print('late', len(company.late()))
    below = [p['Code'] for p, held in company.stock() if p['Inactive'] != 'Y' and 0 < number(p['Safety stock']) > held]
    print('below safety', len(below), *sorted(below))


if __name__ == '__main__':
    main(*sys.argv[1:])
