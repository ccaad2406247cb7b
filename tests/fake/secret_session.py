# SPDX-License-Identifier: GPL-3.0-or-later
"""How the Secret Service keeps secrets from whoever reads the bus: “dh-ietf1024-sha256-aes128-cbc-pkcs7” of its specification. The
numbers of a test need no more than Python has, so that AES (FIPS 197) is here in its plainest form."""
import hashlib
import hmac
import os

# The second Oakley group, RFC 2409, 6.2.
PRIME = int("FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6D"
            "F25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381"
            "FFFFFFFFFFFFFFFF", 16)
SIZE, ROUNDS = 16, 10


def double(byte):
    return (byte << 1) ^ (0x11B if byte & 0x80 else 0)


def multiply(left, right):
    product = 0
    while right:
        product ^= left if right & 1 else 0
        left, right = double(left), right >> 1
    return product


def make_box():
    box = []
    for byte in range(256):
        inverse = next((other for other in range(256) if multiply(byte, other) == 1), 0)
        bits = inverse * 0x101
        box.append((inverse ^ bits >> 4 ^ bits >> 5 ^ bits >> 6 ^ bits >> 7 ^ 0x63) & 0xFF)
    return box


BOX = make_box()
UNBOX = [BOX.index(byte) for byte in range(256)]
# The byte that comes into each place when rows are shifted, a column of four after the other.
SHIFTED = [(place + 4 * (place % 4)) % SIZE for place in range(SIZE)]


def expand(key):
    words = [key[at:at + 4] for at in range(0, SIZE, 4)]
    constant = 1
    while len(words) < 4 * (ROUNDS + 1):
        word = words[-1]
        if len(words) % 4 == 0:
            word = bytes(BOX[byte] for byte in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = double(constant)
        words.append(bytes(a ^ b for a, b in zip(words[-4], word)))
    return [b"".join(words[at:at + 4]) for at in range(0, len(words), 4)]


def add(left, right):
    return bytes(a ^ b for a, b in zip(left, right))


def mix(block, factors):
    return bytes(multiply(block[at], factors[0]) ^ multiply(block[at // 4 * 4 + (at + 1) % 4], factors[1])
                 ^ multiply(block[at // 4 * 4 + (at + 2) % 4], factors[2]) ^ multiply(block[at // 4 * 4 + (at + 3) % 4], factors[3])
                 for at in range(SIZE))


def encrypt_block(keys, block):
    block = add(block, keys[0])
    for number in range(1, ROUNDS + 1):
        block = bytes(BOX[block[at]] for at in SHIFTED)
        block = add(mix(block, (2, 3, 1, 1)) if number < ROUNDS else block, keys[number])
    return block


def decrypt_block(keys, block):
    for number in range(ROUNDS, 0, -1):
        block = add(block, keys[number])
        block = mix(block, (14, 11, 13, 9)) if number < ROUNDS else block
        block = bytes(UNBOX[block[SHIFTED.index(at)]] for at in range(SIZE))
    return add(block, keys[0])


def encrypt(key, vector, text):
    keys, result = expand(key), b""
    text += bytes([SIZE - len(text) % SIZE]) * (SIZE - len(text) % SIZE)
    for at in range(0, len(text), SIZE):
        vector = encrypt_block(keys, add(vector, text[at:at + SIZE]))
        result += vector
    return result


def decrypt(key, vector, text):
    keys, result = expand(key), b""
    for at in range(0, len(text), SIZE):
        block = text[at:at + SIZE]
        result, vector = result + add(vector, decrypt_block(keys, block)), block
    return result[:-result[-1]]


class Session:
    """What one client and the service have in common."""

    def __init__(self, public):
        secret = int.from_bytes(os.urandom(96), "big")
        shared = pow(int.from_bytes(public, "big"), secret, PRIME).to_bytes(128, "big")
        extracted = hmac.new(bytes(32), shared, hashlib.sha256).digest()  # RFC 5869, without salt and information
        self.key = hmac.new(extracted, b"\1", hashlib.sha256).digest()[:SIZE]
        self.public = pow(2, secret, PRIME).to_bytes(128, "big")

    def close(self, text):
        vector = os.urandom(SIZE)
        return vector, encrypt(self.key, vector, text)

    def open(self, vector, text):
        return decrypt(self.key, vector, text)
