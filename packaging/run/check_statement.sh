#!/usr/bin/env bash
# check_statement.sh PDF DATABASE DELIVERY_HEX: the paper against the rows it was made from.
set -euo pipefail
text=$(pdftotext -layout "$1" -)
ask() { sqlite3 -readonly -cmd '.timeout 5000' "$2" "$1"; }
flat=$(tr -d ' \n' <<<"$text")
has() { [[ $flat == *"$(tr -d ' ' <<<"$1")"* ]] || { echo "the statement lacks: $1" >&2; exit 1; }; }
# ten digits as the form writes them
business_no() { ask "$1" "$2" | tr -d -- '-' | sed -E 's/^([0-9]{3})([0-9]{2})([0-9]{5})$/\1-\2-\3/'; }
grouped() { sed -E ':a; s/^(-?[0-9]+)([0-9]{3})/\1,\2/; ta' <<<"$1"; }

has 거래명세서
has "$(business_no "SELECT business_no FROM company_profile WHERE deleted = 0" "$2")"
has "$(business_no "SELECT c.business_no FROM customer c JOIN delivery d ON d.customer_id = c.id WHERE d.id = x'$3'" "$2")"
while IFS='|' read -r name quantity supply tax; do
    has "$name"
    has "$(grouped "$quantity")"
    has "$(grouped "$supply")"
    has "$(grouped "$tax")"
done < <(ask "SELECT product_name, quantity / 10000, supply, tax FROM delivery_line WHERE delivery_id = x'$3'" "$2")
has "$(grouped "$(ask "SELECT sum(supply) + sum(tax) FROM delivery_line WHERE delivery_id = x'$3'" "$2")")원"
